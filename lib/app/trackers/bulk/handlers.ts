import { listKnownObjects } from '../../../api/known-objects';
import type { bulkContract } from '../../../messaging/trackers/bulk-contract';
import type { HandlersOf } from '../../../messaging/wire/answer';
import type { Jobs } from '../../jobs/jobs';
import { withSession } from '../../account/session';
import { runOf, type StartDeps, startRun } from './start-run';

export interface BulkDeps extends StartDeps {
  readonly jobs: StartDeps['jobs'] & Pick<Jobs, 'long'>;
}

/** Begins bulk changes of trackers, has them wait, go on, and end. */
export function createBulkHandlers(deps: BulkDeps): HandlersOf<typeof bulkContract> {
  const { clientFor, keeper, jobs } = deps;

  return {
    'bulk.listObjects': async ({ query }) => {
      const { objects, isWhole } = await withSession(clientFor, keeper, (client) =>
        listKnownObjects(client, query),
      );
      const copies = objects.map(({ codes, ...one }) =>
        codes ? { ...one, codes: [...codes] } : one,
      );
      return { objects: copies, isWhole };
    },
    'bulk.start': async ({ account = null, ...order }) => ({
      id: await startRun(deps, order, account),
    }),
    'bulk.pause': async ({ id }) => {
      await jobs.long.pause(runOf(id));
      return null;
    },
    'bulk.goOn': async ({ id }) => {
      await jobs.long.goOn(runOf(id), 'resumed');
      return null;
    },
    'bulk.release': async ({ id }) => {
      await jobs.long.goOn(runOf(id), 'released');
      return null;
    },
    'bulk.cancel': async ({ id }) => {
      await jobs.long.end(runOf(id));
      return null;
    },
  };
}
