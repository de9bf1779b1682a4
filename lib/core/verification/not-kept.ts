import { mostOf } from '../base/long-lists';
import { z } from '../base/schema';
import type { PageView } from '../recording/page-views';
import type { Verdict } from './verdict-kinds';

/** What a recording that is full has seen and does not keep. */
export const NotKeptSchema = z.object({
  /** What began later is not kept; milliseconds since 1970, UTC. */
  since: z.number(),
  /** How many requests these were at least. */
  count: z.number().check(z.int(), z.gte(0)),
});
export type NotKept = z.infer<typeof NotKeptSchema>;

/** More than so many are not counted: to tell whether one was counted before, it has to be remembered. */
export const MOST_COUNTED = 10_000;

/** Both of what two recorders of one recording say, as one went on for the other. */
export function togetherNotKept(before: NotKept | undefined, now: NotKept): NotKept {
  return before === undefined
    ? now
    : {
        since: Math.min(before.since, now.since),
        count: Math.max(before.count, now.count),
      };
}

/**
 * Tells of page views whether all that was fired on them is kept, as far as the recording's room goes: it had room until
 * the next one began. `null` is all that was recorded.
 */
export function createIsWhole(
  notKept: NotKept | undefined,
  pageViews: readonly PageView[],
): (view: PageView | null) => boolean {
  if (notKept === undefined) return () => true;
  const last = mostOf(pageViews.map((one) => one.startedAt).filter((at) => at <= notKept.since));
  return (view) => view !== null && last !== null && view.startedAt < last;
}

/**
 * The same verdict where not all that was fired is kept: what was found stays found, and of what was not seen, or was as
 * it should be until then, nobody knows what came later.
 */
export function verdictInPart(verdict: Verdict): Verdict {
  return verdict === 'fail' || verdict === 'warning' ? verdict : 'not-known';
}
