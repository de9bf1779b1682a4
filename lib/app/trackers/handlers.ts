import { accountOf } from '../../core/account/session';
import { formSubject } from '../../core/tracker/plan';
import { isSyncSubject, syncSubject } from '../../core/tracker/sync-plan';
import type { trackersContract } from '../../messaging/trackers/contract';
import type { HandlersOf } from '../../messaging/wire/answer';
import type { Service } from '../account/service';
import { withSession } from '../account/session';
import type { Jobs } from '../jobs/jobs';
import { readResult, syncOrder } from '../jobs/sync-work';
import { readTracker } from '../jobs/tracker-works';
import { deleteOrder, mayWrite, openTracker, saveOrder } from './edit-tracker';
import type { FindObjects } from './find-objects';
import { lookUpTrackers } from './look-up';
import { createSwitchState } from './switch-state';

export interface TrackersDeps extends Service {
  readonly jobs: Jobs;
}

/** Reads trackers, changes them, and finds the objects they name. */
export function createTrackersHandlers(
  { clientFor, keeper, database, jobs }: TrackersDeps,
  findObjects: FindObjects,
): HandlersOf<typeof trackersContract> {
  const switchState = createSwitchState({ clientFor, keeper }, jobs);
  return {
    'trackers.setState': ({ id, state }) => switchState(id, state),
    'trackers.sync': async (plan) => {
      const subject = syncSubject(plan.advertiserId);
      // Who has gone on to another advertiser waits for this one no more.
      jobs.cancel((other) => isSyncSubject(other) && other !== subject);
      const [result] = await jobs.run(syncOrder(plan));
      const { count, unread } = readResult(result);
      return unread > 0 ? { count, unread } : { count };
    },
    'trackers.cancelSync': async () => {
      jobs.cancel(isSyncSubject);
      return null;
    },
    'trackers.save': async (input) => {
      await withSession(clientFor, keeper, async (_, info) => mayWrite(info, input.id === null));
      const [saved] = await jobs.run(saveOrder(input));
      return readTracker(saved);
    },
    'trackers.saving': async ({ id, advertiserId }) => {
      const [saved] = (await jobs.join(formSubject(advertiserId, id))) ?? [];
      return saved ? readTracker(saved) : null;
    },
    'trackers.delete': async ({ id }) => {
      await withSession(clientFor, keeper, async (_, info) => mayWrite(info, false));
      await jobs.run(deleteOrder(id));
      return null;
    },
    'trackers.open': async ({ id }) => {
      const db = await database();
      return withSession(clientFor, keeper, (client, info) =>
        openTracker(client, db, accountOf(info), id),
      );
    },
    'trackers.lookUp': async ({ ids }) => {
      const db = await database();
      const { found, absent } = await withSession(clientFor, keeper, (client, info) =>
        lookUpTrackers(client, db, accountOf(info), ids),
      );
      return { found, absent: [...absent] };
    },
    'objects.search': async ({ query, text }) => [
      ...(await withSession(clientFor, keeper, (client, info) =>
        findObjects(client, info, query, text),
      )),
    ],
  };
}
