import { frameRank } from '../recording/observation';
import { isOtherView } from '../recording/page-views';
import type { RequestContext } from '../rules/rule';
import { getOrAdd } from './tally';

/** The how-manieth request of its tracker on a page view, and from where the others came. */
export type Firing = Pick<RequestContext, 'occurrence' | 'firedBefore'>;

/** The frames from which one tracker fired on one page view, in the order of time and counted. */
interface Fired {
  readonly frames: (string | null)[];
  readonly counts: Map<string | null, number>;
}

const NOT_COUNTED: Firing = { occurrence: null, firedBefore: null };
const FIRST: Firing = { occurrence: 1, firedBefore: null };

/** Counts each tracker's requests on each page view. The last one may be taken back. */
export function createFirings() {
  // Most fire once: of those nothing but their frame is kept.
  const views = new Map<string | null, Map<string, string | null | Fired>>();
  return {
    /** Takes a request; one without a tracker's id does not count. */
    push(viewId: string | null, id: string | null, frame: string | null): Firing {
      if (!id) return NOT_COUNTED;
      const trackers = getOrAdd(views, viewId, () => new Map<string, string | null | Fired>());
      const known = trackers.get(id);
      if (known === undefined) {
        trackers.set(id, frame);
        return FIRST;
      }
      const fired = isFired(known) ? known : { frames: [known], counts: new Map([[known, 1]]) };
      const firedBefore = beforeIn(fired.counts, frame);
      fired.counts.set(frame, (fired.counts.get(frame) ?? 0) + 1);
      fired.frames.push(frame);
      trackers.set(id, fired);
      return { occurrence: fired.frames.length, firedBefore };
    },
    /** Takes the last request back. */
    pop(viewId: string | null, id: string | null): void {
      const trackers = views.get(viewId);
      const known = id ? trackers?.get(id) : undefined;
      if (!id || known === undefined) return;
      if (!isFired(known)) return void trackers?.delete(id);
      const frame = known.frames.pop() ?? null;
      const count = (known.counts.get(frame) ?? 0) - 1;
      if (count > 0) known.counts.set(frame, count);
      else known.counts.delete(frame);
      if (known.frames.length === 0) trackers?.delete(id);
    },
  };
}

function isFired(known: string | null | Fired): known is Fired {
  return known !== null && typeof known === 'object';
}

/** Whether two say the same. */
export function isSameFiring(one: Firing, other: Firing): boolean {
  return one.occurrence === other.occurrence && one.firedBefore === other.firedBefore;
}

function beforeIn(
  counts: ReadonlyMap<string | null, number>,
  frame: string | null,
): Firing['firedBefore'] {
  if (frame === null) return null;
  if (counts.has(frame)) return 'same';
  // One that came from nobody knows where may have come from here.
  if (counts.has(null)) return null;
  let left = MOST_COMPARED;
  for (const known of counts.keys()) {
    if (left === 0) break;
    left -= 1;
    if (known !== null && mayBeOne(known, frame)) return null;
  }
  return 'elsewhere';
}

// Whoever fires from more frames than that fires from several.
const MOST_COMPARED = 20;

/**
 * Whether two addresses may be of one frame: one names its site alone, as a script's request to another site does,
 * or a document has tidied its address.
 */
function mayBeOne(one: string, other: string): boolean {
  if (frameRank({ frameUrl: one }) === 1 || frameRank({ frameUrl: other }) === 1)
    return siteOf(one) === siteOf(other);
  return !isOtherView(one, other) || !isOtherView(other, one);
}

function siteOf(frame: string): string {
  return frame.split('/').slice(0, 3).join('/');
}
