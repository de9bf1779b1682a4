import { stoppable } from '../../api/stoppable';
import type { Job } from '../../core/job/job';
import type { ProceedParts } from './step-means';

/**
 * What an account that is forgotten here has just made: its journal, by which it would be looked for, goes, and the lists of
 * the service may not show it yet. Nothing is planned for who comes back before they do, else it could be made again. Kept in
 * memory alone, so that nothing of the account stays: a worker is stopped after half a minute at the earliest.
 */
export function createUnseen({ now, sleep }: Pick<ProceedParts, 'now' | 'sleep'>) {
  const seenAt = new Map<string, number>();
  return {
    /** Takes in the last of the account's journal; `lagOf` is how long what a job makes may not be shown, `null` of what may be done twice. */
    note(account: string, jobs: readonly Job[], lagOf: (job: Job) => number | null): void {
      const at = now();
      for (const job of jobs) {
        const lag = lagOf(job);
        if (lag === null) continue;
        const isOut = job.steps.some(({ state }) => state === 'sent' || state === 'unsure');
        const hasMade = job.state === 'done' || (job.long?.ended ?? 0) > 0;
        if (!isOut && !hasMade) continue;
        // Its clock may have been set back meanwhile.
        const until = Math.min(at, isOut ? at : job.changedAt) + lag;
        seenAt.set(account, Math.max(until, seenAt.get(account) ?? 0));
      }
    },
    /** Waits until lists show what was made. */
    async pass(account: string, signal: AbortSignal): Promise<void> {
      const left = (seenAt.get(account) ?? 0) - now();
      seenAt.delete(account);
      if (left > 0) await stoppable(sleep(left, signal), signal);
    },
  };
}
