import { AppError } from '../../core/base/errors';
import type { Keeping } from '../../core/verification/keeping';
import { expectedAnywhere, goneOn, over, paused } from '../../core/verification/visited';
import type { visitsContract } from '../../messaging/visits/contract';
import type { HandlersOf } from '../../messaging/wire/answer';
import { listVerifications, putVerification, readVerification } from '../../store/verifications';
import type { Service } from '../account/service';
import type { Jobs } from '../jobs/jobs';
import { keepWithin } from '../recording/keep-within';
import { changeVisited, type RunParts } from './run-visits';
import { visitsOrder, visitsSubject } from './visits-work';

export interface VisitsDeps
  extends Pick<Service, 'account' | 'database' | 'now'>, Pick<RunParts, 'newId' | 'browserRun'> {
  readonly jobs: Pick<Jobs, 'run' | 'cancel'>;
  /** How many recordings are kept, and how long. */
  readonly keeping: () => Promise<Keeping>;
  /** The tabs that are being recorded. */
  readonly recordedTabs: () => Promise<readonly number[]>;
}

/** Begins runs over pages, has them wait, go on, and end. */
export function createVisitsHandlers({
  account,
  database,
  now,
  newId,
  browserRun,
  jobs,
  keeping,
  recordedTabs,
}: VisitsDeps): HandlersOf<typeof visitsContract> {
  /** Whatever comes of it stands with the verification; who goes on as it comes to wait has it run anew. */
  async function runWhileGoing(id: string): Promise<void> {
    const db = await database();
    try {
      do await jobs.run(visitsOrder(id));
      while ((await readVerification(db, id))?.visited?.state === 'going');
    } catch (error) {
      await changeVisited(db, id, (visited) => paused(visited, 'failed', String(error)));
    }
  }
  const run = (id: string) => void runWhileGoing(id).catch(() => {});

  /** There is one window for all. */
  async function refuseSecond(id: string | null): Promise<void> {
    const { rows } = await listVerifications(await database(), await account());
    const other = rows.find((one) => one.visited?.state === 'going' && one.id !== id);
    if (other) throw new AppError('visits-going');
  }

  return {
    'visits.start': async (order) => {
      await refuseSecond(null);
      const db = await database();
      const id = newId();
      await putVerification(db, await account(), {
        id,
        tabId: null,
        startedAt: now(),
        expectedIds: [...expectedAnywhere(order)],
        openedAfterLoad: false,
        clearedAt: null,
        visited: {
          ...order,
          state: 'going',
          pause: null,
          detail: null,
          browserRun: await browserRun(),
        },
      });
      await keepWithin(db, await keeping(), now(), { id, tabIds: await recordedTabs() });
      run(id);
      return { id };
    },
    'visits.pause': async ({ id }) => {
      await changeVisited(await database(), id, (visited) => paused(visited, 'asked'));
      return null;
    },
    'visits.goOn': async ({ id }) => {
      await refuseSecond(id);
      const current = await browserRun();
      await changeVisited(await database(), id, (visited) => goneOn(visited, current));
      run(id);
      return null;
    },
    'visits.stop': async ({ id }) => {
      await changeVisited(await database(), id, (visited) => over(visited, 'stopped'));
      jobs.cancel((subject) => subject === visitsSubject(id));
      return null;
    },
  };
}
