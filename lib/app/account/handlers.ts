import { accountOf, formerAccountOf, type SessionInfo } from '../../core/account/session';
import { UNKNOWN_ACCOUNT } from '../../core/base/account';
import type { accountContract } from '../../messaging/account/contract';
import type { HandlersOf } from '../../messaging/wire/answer';
import { forgetAccount, giveDrafts } from '../../store/accounts';
import { deleteEvents } from '../../store/tracker-events';
import { deleteRecordings } from '../../store/verifications';
import type { Builders } from '../builder/builders';
import type { Jobs } from '../jobs/jobs';
import type { Service } from './service';
import { signIn } from './session';
import type { Settings } from './settings';

export interface AccountDeps extends Service {
  readonly settings: Settings;
  readonly jobs: Jobs;
  readonly builders: Builders;
}

/** Signs people in and out. */
export function createAccountHandlers(deps: AccountDeps): HandlersOf<typeof accountContract> {
  const { clientFor, keeper, database, settings, jobs, builders } = deps;

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
    await builders.endAll();
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
      await builders.endAll();
      await settings.clear();
      const db = await database();
      await forgetAccount(db, account);
      if (recordings === 'delete') {
        await deleteRecordings(db, account);
        await deleteEvents(db, account);
      }
      return null;
    },
  };
}
