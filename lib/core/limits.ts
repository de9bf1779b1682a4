/** The longest text of a field that is read, in UTF-16 units. No pixel field of a person's is near it. */
export const MAX_FIELD_TEXT = 1_000_000;
