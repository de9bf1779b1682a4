import { parentOf, type PickerQuery } from '../tracker/picker';
import type { Tracker } from '../tracker/tracker';
import type { Candidate } from './issue';

/** An object of the service that a tracker may name: its id, its name, its codes. */
export interface KnownObject extends Candidate {
  /** A placement has up to three; the first of them is `code`. */
  readonly codes?: readonly string[];
}

/** The objects of one kind and parent. */
export interface ObjectList {
  readonly objects: readonly KnownObject[];
  /** Whether these are all there are; else nothing can be said of what is not among them. */
  readonly isWhole: boolean;
}

/** A list of objects that a check looks into. */
export type ObjectQuery = Exclude<PickerQuery, { kind: 'advertiser' }>;

/** What a sheet is checked against. */
export interface Known {
  readonly advertiser: Candidate;
  /** All trackers of the advertiser. */
  readonly trackers: readonly Tracker[];
  /** By `listKey`. */
  readonly lists: ReadonlyMap<string, ObjectList>;
  /** What a person has said is meant by a text, by the `choice` of its issue. */
  readonly chosen?: ReadonlyMap<string, number>;
}

/** Tells one list from another. */
export function listKey(query: ObjectQuery): string {
  const parent = parentOf(query);
  return parent === null ? query.kind : `${query.kind}:${parent}`;
}
