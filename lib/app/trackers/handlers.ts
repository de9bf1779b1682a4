import { accountOf } from '../../core/account/session';
import { AppError } from '../../core/base/errors';
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
  { clientFor, keeper, database, account, jobs }: TrackersDeps,
  findObjects: FindObjects,
): HandlersOf<typeof trackersContract> {
  const switchState = createSwitchState({ clientFor, keeper }, jobs);
  /** Refuses what is meant for somebody who is not chosen any more; gives who it is for. */
  async function mustBe(of: string | undefined): Promise<string | null> {
    if (of !== undefined && (await account()) !== of) throw new AppError('account-changed');
    return of ?? null;
  }

  return {
    'trackers.setState': async ({ id, state, account: of }) =>
      switchState(id, state, await mustBe(of)),
    'trackers.sync': async (plan) => {
      const subject = syncSubject(plan.advertiserId);
      // Who has gone on to another advertiser waits for this one no more.
      const mine = await account();
      jobs.cancel((other) => isSyncSubject(other) && other !== subject, mine);
      const [result] = await jobs.run(syncOrder(plan));
      const { count, unread } = readResult(result);
      return unread > 0 ? { count, unread } : { count };
    },
    'trackers.cancelSync': async () => {
      jobs.cancel(isSyncSubject, await account());
      return null;
    },
    'trackers.save': async ({ account: of, ...input }) => {
      const owner = await mustBe(of);
      await withSession(clientFor, keeper, async (_, info) => mayWrite(info, input.id === null));
      const [saved] = await jobs.run(saveOrder(input), owner);
      return readTracker(saved);
    },
    'trackers.saving': async ({ id, advertiserId }) => {
      const [saved] = (await jobs.join(formSubject(advertiserId, id))) ?? [];
      return saved ? readTracker(saved) : null;
    },
    'trackers.delete': async ({ id, account: of }) => {
      const owner = await mustBe(of);
      await withSession(clientFor, keeper, async (_, info) => mayWrite(info, false));
      await jobs.run(deleteOrder(id), owner);
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
    'objects.noteChosen': async ({ query, id }) => {
      await findObjects.noteChosen(query, id);
      return null;
    },
  };
}
