import { AppError, type ErrorCode } from '../../core/base/errors';
import type { Job } from '../../core/job/job';
import { isLong } from '../../core/job/long';

/** What is over at some moment of which nobody tells the worker. */
const UNTOLD: ReadonlySet<ErrorCode> = new Set(['network', 'service-down', 'storage-failed']);

/**
 * Which long jobs wait for what may be over at any moment, and which others could not write how they ended: as long as there is
 * one, the worker is started again and again, and looks. A sign-in starts it anyway, and a wait that the service asks for has its
 * own alarm.
 */
export function createStayAwake() {
  const waiting = new Set<string>();
  /** Short ones that have come to an end in their journal while they are followed. */
  const over = new Set<string>();
  const note = (id: string, code: ErrorCode | null) =>
    code !== null && UNTOLD.has(code) ? waiting.add(id) : waiting.delete(id);
  return {
    isNeeded: () => waiting.size > 0,
    /** All are looked at again now. */
    begin: () => waiting.clear(),
    /** Takes in an entry of a journal. */
    noted(job: Job): void {
      if (isLong(job)) note(job.id, job.state === 'paused' ? (job.failure?.code ?? null) : null);
      else if (job.state === 'going') over.delete(job.id);
      else over.add(job.id);
    },
    /** Follows one that runs: where its journal could not be written, its last entry does not say that it waits. */
    async follow<T>(job: Job, running: Promise<T>): Promise<T> {
      return running
        .catch((error: unknown) => {
          const code = error instanceof AppError ? error.code : null;
          if (isLong(job)) note(job.id, code);
          // In its journal it still goes, and nothing else would go on with it.
          else if (code === 'storage-failed' && !over.has(job.id)) note(job.id, code);
          throw error;
        })
        .finally(() => over.delete(job.id));
    },
  };
}
