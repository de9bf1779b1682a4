/**
 * Where the next piece of a list of trackers begins that is read newest first: after the tracker that was
 * last changed at this moment, in milliseconds since 1970. Those with the ids that `passed` were changed in
 * the same moment and have been read.
 */
export interface ListPosition {
  readonly lastModified: number;
  readonly passed: readonly number[];
}
