import { AppError, type ErrorCode } from '../../core/base/errors';
import type { Job } from '../../core/job/job';
import { isLong } from '../../core/job/long';

/** What is over at some moment of which nobody tells the worker. */
const UNTOLD: ReadonlySet<ErrorCode> = new Set(['network', 'service-down', 'storage-failed']);

/**
 * Which long jobs wait for what may be over at any moment: as long as there is one, the worker is started again and again,
 * and looks. A sign-in starts it anyway, and a wait that the service asks for has its own alarm.
 */
export function createStayAwake() {
  const waiting = new Set<string>();
  const note = (id: string, code: ErrorCode | null) =>
    code !== null && UNTOLD.has(code) ? waiting.add(id) : waiting.delete(id);
  return {
    isNeeded: () => waiting.size > 0,
    /** All are looked at again now. */
    begin: () => waiting.clear(),
    /** Takes in an entry of a journal. */
    noted(job: Job): void {
      if (isLong(job)) note(job.id, job.state === 'paused' ? (job.failure?.code ?? null) : null);
    },
    /** Follows one that runs: where its journal could not be written, its last entry does not say that it waits. */
    async follow<T>(job: Job, running: Promise<T>): Promise<T> {
      return running.catch((error: unknown) => {
        if (isLong(job)) note(job.id, error instanceof AppError ? error.code : null);
        throw error;
      });
    },
  };
}
