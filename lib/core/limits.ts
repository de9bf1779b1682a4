/**
 * The longest text of a field that is read, in UTF-16 units. No pixel field holds a thousandth of it;
 * a page can make one that does.
 */
export const MAX_FIELD_TEXT = 1_000_000;
