import type { TrackerActions } from '@/components/trackers/tracker-actions';
import type { TrialActions } from '@/components/trial/trial-model';
import { takeHandedTag } from '@/lib/platform/storage/handed-tag';
import { sandboxPage } from '@/lib/platform/trial/sandbox-page';
import { tryInSandbox } from '@/lib/platform/trial/try-in-sandbox';

/** Runs tags in the sandboxed page, where the browser has such pages. */
export function createTrialActions(findTrackers: TrackerActions['findTrackers']): TrialActions {
  const page = sandboxPage();
  return {
    run: page === null ? null : (text, signal) => tryInSandbox(page, text, signal),
    takeHanded: takeHandedTag,
    serving: () => {
      const [first = 0] = crypto.getRandomValues(new Uint32Array(1));
      return { now: Date.now(), cachebuster: String(1_000_000_000 + first) };
    },
    findTrackers,
  };
}
