/** What came of an attempt to copy or to put a text into a field. */
export type Delivery =
  | 'done'
  | 'handed-over'
  | 'not-inserted'
  | 'no-field'
  | 'field-gone'
  | 'moved'
  | 'copy-failed';
