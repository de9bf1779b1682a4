import type { Tracker } from './tracker';

type Placed = Pick<Tracker, 'id' | 'lastModified'>;

/** The order of an advertiser's list: those changed last come first, of one moment those with the lowest ids. */
export function newestFirst(a: Placed, b: Placed): number {
  return b.lastModified - a.lastModified || a.id - b.id;
}
