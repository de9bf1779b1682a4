/** A piece of a text; offsets count UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
