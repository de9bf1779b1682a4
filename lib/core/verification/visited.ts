import { z } from '../base/schema';
import type { PageView } from '../recording/page-views';
import { hasPage } from '../recording/visit';
import { MAX_OWN_IDS, MAX_PAGE_CHARS, MAX_PAGES } from './page-list';

const ids = z.array(z.number()).check(z.maxLength(MAX_PAGES));

/** A page of a list as it is kept, and crosses a message. */
export const PageToVisitSchema = z.object({
  url: z.string().check(z.maxLength(MAX_PAGE_CHARS), z.regex(/^https?:\/\//)),
  ownIds: z.array(z.number()).check(z.maxLength(MAX_OWN_IDS)),
});

/** How long a visit takes at most, in seconds: what is usual, and what can be chosen. */
export const VISIT_SECONDS = { usual: 30, least: 5, most: 120 };

/** What a person asks for: pages, and the trackers that are expected where a page does not name its own. */
export const VisitOrderSchema = z.object({
  pages: z.array(PageToVisitSchema).check(z.minLength(1), z.maxLength(MAX_PAGES)),
  everywhereIds: ids,
  limitSeconds: z.number().check(z.gte(VISIT_SECONDS.least), z.lte(VISIT_SECONDS.most)),
});
export type VisitOrder = z.infer<typeof VisitOrderSchema>;

/** Why a run waits: a person said so or closed its window, the browser ended, access is missing, or it failed. */
const PAUSES = ['asked', 'window-closed', 'browser-ended', 'not-allowed', 'failed'] as const;
export type Pause = (typeof PAUSES)[number];

/** How the pages of a list are visited one after the other, kept with the verification. */
export const VisitedSchema = z.object({
  ...VisitOrderSchema.shape,
  /** `stopped`: a person has ended it for good. */
  state: z.enum(['going', 'paused', 'stopped', 'done']),
  /** Why it is paused; `null` where it is not. */
  pause: z.nullable(z.enum(PAUSES)),
  /** In the browser's own words, where it failed. */
  detail: z.nullable(z.string()),
  /** The run of the browser in which it was begun or gone on with; `null` where that is not known. */
  browserRun: z.nullable(z.string()),
});
export type Visited = z.infer<typeof VisitedSchema>;

/** The same after a person has said that it goes on; what has ended stays so. */
export function goneOn(visited: Visited, browserRun: string | null): Visited {
  if (visited.state !== 'paused') return visited;
  return { ...visited, state: 'going', pause: null, detail: null, browserRun };
}

/** The same as it waits for a reason. */
export function paused(visited: Visited, pause: Pause, detail: string | null = null): Visited {
  return visited.state === 'going' ? { ...visited, state: 'paused', pause, detail } : visited;
}

/** The same as it has ended. */
export function over(visited: Visited, state: 'stopped' | 'done'): Visited {
  return isOver(visited) ? visited : { ...visited, state, pause: null, detail: null };
}

/** Whether it has ended for good; one that is paused may go on. */
export function isOver({ state }: Pick<Visited, 'state'>): boolean {
  return state === 'stopped' || state === 'done';
}

/** All trackers that are expected on any page, each once. */
export function expectedAnywhere({ pages, everywhereIds }: VisitOrder): readonly number[] {
  const all = new Set(everywhereIds);
  for (const { ownIds } of pages) for (const id of ownIds) all.add(id);
  return [...all];
}

/**
 * Tells which of the expected trackers are expected on a page: those that the list names there, or else those that are
 * expected everywhere, with what a person added since.
 */
export function createExpectedOn(
  visited: Visited,
  expectedIds: readonly number[],
): (page: number) => readonly number[] {
  const everywhere = new Set(visited.everywhereIds);
  const own = new Set(visited.pages.flatMap(({ ownIds }) => ownIds));
  const elsewhere = expectedIds.filter((id) => everywhere.has(id) || !own.has(id));
  return (page) => {
    const ids = visited.pages[page]?.ownIds ?? [];
    if (ids.length === 0) return elsewhere;
    const mine = new Set(ids);
    return expectedIds.filter((id) => mine.has(id));
  };
}

/**
 * The ids expected on a page view; all of them where it is of no list, and none where its page did not come: nobody can
 * say that a tracker did not fire there.
 */
export function expectedOnView({
  visited,
  expectedIds,
}: {
  readonly visited?: Visited;
  readonly expectedIds: readonly number[];
}): (view: PageView) => readonly number[] {
  if (!visited) return () => expectedIds;
  const on = createExpectedOn(visited, expectedIds);
  return ({ visit }) => {
    if (!visit) return expectedIds;
    return hasPage(visit) ? on(visit.page) : [];
  };
}
