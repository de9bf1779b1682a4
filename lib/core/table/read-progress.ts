/** How far the reader of a file is, in bytes or characters. */
export interface ReadProgress {
  readonly done: number;
  readonly total: number;
}
