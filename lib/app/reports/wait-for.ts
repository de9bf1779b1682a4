import type { ApiClient } from '../../api/client';
import { getReportState } from '../../api/report';
import { AppError, type ErrorCode } from '../../core/base/errors';
import type { Sleep } from '../jobs/sleep';
import { MOST_WAIT_MS, type Ordered } from './report-plan';

/** How long between two looks, in seconds; the last from then on. */
const BETWEEN_SECONDS = [2, 3, 5, 8, 13, 20, 30];
/** How often in a row a look may fail for what passes. */
const MOST_FAILED = 3;
const PASSING: ReadonlySet<ErrorCode> = new Set(['network', 'service-down', 'bad-answer']);

interface Waiting {
  readonly client: ApiClient;
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
}

/**
 * Looks at a report until it is ready. Fails with `report-failed` where the service could not make it, and with
 * `report-late` where it has not within the time that it takes for one.
 */
export async function waitForReport(
  { reportId, askedAt }: Ordered,
  { client, now, sleep, signal }: Waiting,
): Promise<{ downloadId: string; madeAt: number | null; rowCount: number | null }> {
  let failed = 0;
  for (let look = 0; ; look += 1) {
    signal.throwIfAborted();
    try {
      const state = await getReportState(client, reportId);
      failed = 0;
      if (state.kind === 'failed') throw new AppError('report-failed', { detail: state.detail });
      if (state.kind === 'ready') {
        const { downloadId, madeAt, rowCount } = state;
        return { downloadId, madeAt, rowCount };
      }
    } catch (error) {
      failed += 1;
      const isPassing = error instanceof AppError && PASSING.has(error.code);
      if (!isPassing) throw error;
      // So a report that has failed is told, too, and not by its status alone.
      if (failed > MOST_FAILED && error.code === 'service-down') {
        throw new AppError('report-failed', error.detail === null ? {} : { detail: error.detail });
      }
      if (failed > MOST_FAILED) throw error;
    }
    const seconds = BETWEEN_SECONDS[look] ?? BETWEEN_SECONDS.at(-1) ?? 0;
    if (now() + seconds * 1000 - askedAt > MOST_WAIT_MS) throw new AppError('report-late');
    await sleep(seconds * 1000, signal);
  }
}
