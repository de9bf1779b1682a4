import { z } from '../base/schema';
import type { PageView } from '../recording/page-views';
import { hasPage } from '../recording/visit';
import type { Visited } from './visited';

/** A page whose visit was cut off so often is not visited again: it may be what ends the browser. */
const MAX_TRIES = 3;

/** Where a page of the list stands. */
export interface PageStand {
  /** Its last visit that was not cut off, or else its last; `null` where it was not visited. */
  readonly view: PageView | null;
  /** How many visits were begun. */
  readonly tries: number;
  /** It is not visited again. */
  readonly isOver: boolean;
}

/** What a run over pages adds up to, in pages; what it does not tell among them. */
export const RunCountsSchema = z.object({
  /** Of the list. */
  pages: z.number(),
  /** They are not visited again. */
  over: z.number(),
  /** Of these, pages that did not come: what fires there is not known. */
  notSeen: z.number(),
  /** Out of sight for a while at least. */
  hidden: z.number(),
  sightUnknown: z.number(),
  /** Visited more than once, since a visit was cut off. */
  again: z.number(),
});
export type RunCounts = z.infer<typeof RunCountsSchema>;

/** Where a run over pages stands. */
export interface RunStand {
  readonly pages: readonly PageStand[];
  /** The page to be visited next; `null` where none is left. */
  readonly next: number | null;
  /** Visits that were begun and of which nobody has said how they ended. */
  readonly open: readonly PageView[];
  readonly counts: RunCounts;
}

/** Where a run stands, by the visits that are kept. */
export function standOf({ pages }: Pick<Visited, 'pages'>, views: readonly PageView[]): RunStand {
  const stands: PageStand[] = pages.map(() => ({ view: null, tries: 0, isOver: false }));
  const open: PageView[] = [];
  for (const view of views) {
    const { visit } = view;
    const before = visit && stands[visit.page];
    if (!visit || !before) continue;
    if (visit.end === null) open.push(view);
    const isWhole = visit.end !== null && visit.end !== 'cut';
    const tries = before.tries + 1;
    stands[visit.page] = {
      view: isWhole || !before.isOver ? view : before.view,
      tries,
      isOver: before.isOver || isWhole || (visit.end === 'cut' && tries >= MAX_TRIES),
    };
  }
  const next = stands.findIndex(({ isOver }) => !isOver);
  return { pages: stands, next: next < 0 ? null : next, open, counts: countsOf(stands) };
}

function countsOf(stands: readonly PageStand[]): RunCounts {
  const counts = {
    pages: stands.length,
    over: 0,
    notSeen: 0,
    hidden: 0,
    sightUnknown: 0,
    again: 0,
  };
  for (const { view, tries, isOver } of stands) {
    if (tries > 1) counts.again += 1;
    if (!isOver || !view?.visit) continue;
    counts.over += 1;
    if (!hasPage(view.visit)) counts.notSeen += 1;
    else if (view.visit.sight === 'hidden') counts.hidden += 1;
    else if (view.visit.sight === null) counts.sightUnknown += 1;
  }
  return counts;
}
