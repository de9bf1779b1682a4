import type { RequestContext } from '../rules/rule';
import { getOrAdd } from './tally';

/** The how-manieth request of its tracker on a page view, and from where the others came. */
export type Firing = Pick<RequestContext, 'occurrence' | 'firedBefore'>;

/** The frames from which one tracker fired on one page view, in the order of time; the rest is counted once there are two. */
interface Fired {
  readonly frames: (string | null)[];
  counts: Map<string | null, number> | null;
}

const NOT_COUNTED: Firing = { occurrence: null, firedBefore: null };
const FIRST: Firing = { occurrence: 1, firedBefore: null };

/** Counts each tracker's requests on each page view. The last one may be taken back. */
export function createFirings() {
  const views = new Map<string | null, Map<string, Fired>>();
  return {
    /** Takes a request; one without a tracker's id does not count. */
    push(viewId: string | null, id: string | null, frame: string | null): Firing {
      if (!id) return NOT_COUNTED;
      const trackers = getOrAdd(views, viewId, () => new Map<string, Fired>());
      const fired = trackers.get(id);
      if (!fired) {
        trackers.set(id, { frames: [frame], counts: null });
        return FIRST;
      }
      fired.counts ??= countsOf(fired.frames);
      const firedBefore = beforeIn(fired.counts, frame);
      fired.counts.set(frame, (fired.counts.get(frame) ?? 0) + 1);
      fired.frames.push(frame);
      return { occurrence: fired.frames.length, firedBefore };
    },
    /** Takes the last request back. */
    pop(viewId: string | null, id: string | null): void {
      const trackers = views.get(viewId);
      const fired = id ? trackers?.get(id) : undefined;
      if (!id || !fired) return;
      const frame = fired.frames.pop() ?? null;
      const count = (fired.counts?.get(frame) ?? 0) - 1;
      if (count > 0) fired.counts?.set(frame, count);
      else fired.counts?.delete(frame);
      if (fired.frames.length === 0) trackers?.delete(id);
    },
  };
}

/** Whether two say the same. */
export function isSameFiring(one: Firing, other: Firing): boolean {
  return one.occurrence === other.occurrence && one.firedBefore === other.firedBefore;
}

function countsOf(frames: readonly (string | null)[]): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const frame of frames) counts.set(frame, (counts.get(frame) ?? 0) + 1);
  return counts;
}

function beforeIn(
  counts: ReadonlyMap<string | null, number>,
  frame: string | null,
): Firing['firedBefore'] {
  if (frame === null) return null;
  if (counts.has(frame)) return 'same';
  // One that came from nobody knows where may have come from here.
  return counts.has(null) ? null : 'elsewhere';
}
