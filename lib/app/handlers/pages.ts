import { accountOf, formerAccountOf, type SessionInfo } from '../../core/account/session';
import { UNKNOWN_ACCOUNT } from '../../core/base/account';
import { formSubject } from '../../core/tracker/plan';
import { isSyncSubject, syncSubject } from '../../core/tracker/sync-plan';
import type { Handlers } from '../../messaging/answer';
import type { pageContract } from '../../messaging/page-contract';
import { forgetAccount, giveDrafts } from '../../store/accounts';
import { deleteRecordings } from '../../store/verifications';
import type { BackgroundDeps } from './deps';
import { deleteOrder, mayWrite, openTracker, saveOrder } from '../trackers/edit-tracker';
import type { FindObjects } from '../trackers/find-objects';
import { signIn, withSession } from '../account/session';
import { readResult, syncOrder } from '../jobs/sync-work';
import { readTracker } from '../jobs/tracker-works';

/** What the background does for the extension's own pages. */
export function createPageHandlers(
  deps: BackgroundDeps,
  findObjects: FindObjects,
): Pick<Handlers, keyof typeof pageContract> {
  const { clientFor, keeper, database, settings, jobs } = deps;

  /** One browser, two people: each finds what is theirs, and nothing of the other. */
  async function welcome(info: SessionInfo): Promise<void> {
    const account = accountOf(info);
    const before = await settings.switchTo(account, info);
    const former = formerAccountOf(info);
    const db = await database();
    await giveDrafts(db, UNKNOWN_ACCOUNT, before === former ? account : before);
    await giveDrafts(db, former, account);
    if (before === account || before === former) return;
    await jobs.endAll();
    await deps.builders.endAll();
  }

  return {
    'session.signIn': async (input) => {
      const info = await signIn(clientFor, keeper, input, welcome);
      // What was in doubt when the token died.
      void jobs.resume().catch(() => {});
      return info;
    },
    'session.signOut': async ({ recordings }) => {
      const account = await deps.account();
      await keeper.write(null);
      await jobs.endAll();
      await deps.builders.endAll();
      await settings.clear();
      const db = await database();
      await forgetAccount(db, account);
      if (recordings === 'delete') await deleteRecordings(db, account);
      return null;
    },
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
    'objects.search': async ({ query, text }) => [
      ...(await withSession(clientFor, keeper, (client, info) =>
        findObjects(client, info, query, text),
      )),
    ],
    'builder.openIn': async ({ tabId }) => {
      await deps.builders.open(tabId, null, 'focus');
      return null;
    },
    'workspace.open': async ({ address }) => {
      await deps.openWorkspace(address);
      return null;
    },
    'consoles.enable': async ({ origin }) => {
      await deps.enableConsole(origin);
      return null;
    },
    'consoles.disable': async ({ origin }) => {
      await deps.disableConsole(origin);
      return null;
    },
  };
}
