import { type KeyRef, withSignIn } from '../../core/account/sign-in';
import { accountOf, formerAccountOf, type SessionInfo } from '../../core/account/session';
import { UNKNOWN_ACCOUNT } from '../../core/base/account';
import { AppError } from '../../core/base/errors';
import { createInTurn, type InTurn } from '../../core/base/in-turn';
import type { accountContract } from '../../messaging/account/contract';
import type { HandlersOf } from '../../messaging/wire/answer';
import { forgetAccount, giveDrafts } from '../../store/accounts';
import type { AccountDeps } from './account-deps';
import { createAccountsHandlers } from './accounts-handlers';
import { deleteRecorded } from './delete-recorded';
import { signIn, type Welcome } from './sign-in';

/** Signs people in and out. */
export function createAccountHandlers(deps: AccountDeps): HandlersOf<typeof accountContract> {
  const { clientFor, keeper, database, settings, signIns, jobs, builders } = deps;
  // Settings and session are of one account, however many sign in, out or over at a time.
  const queue = createInTurn();
  const inTurn: InTurn = (act) =>
    queue(() =>
      act().catch(async (error: unknown) => {
        // What came off in part: who is still signed in has their own settings.
        const session = await keeper.read();
        if (session) await settings.switchTo(accountOf(session.info), session.info).catch(() => {});
        throw error;
      }),
    );

  /** One browser, two people: each finds what is theirs, and nothing of the other. */
  async function welcome(info: SessionInfo, key: KeyRef | null, beside: boolean) {
    const account = accountOf(info);
    const leaving = await deps.account();
    const before = await settings.switchTo(account, info);
    const former = formerAccountOf(info);
    const db = await database();
    await giveDrafts(db, UNKNOWN_ACCOUNT, before === former ? account : before);
    await giveDrafts(db, former, account);
    await signIns.change((all) => withSignIn(all, { info, key }));
    if (before !== account && before !== former) {
      if (!beside) await jobs.endAll(leaving);
      await builders.endAll();
    }
    const mine = (await signIns.read()).find((one) => accountOf(one.info) === account)?.key;
    const issuedAt = deps.now();
    return { beside, issuedAt, ...(mine && { keyId: mine.id }) };
  }
  const welcoming =
    (key: KeyRef | null, beside = false): Welcome =>
    (info) =>
      welcome(info, key, beside);
  // What was in doubt when the token died.
  const goOn = () => void jobs.resume().catch(() => {});

  return {
    ...createAccountsHandlers({ ...deps, welcoming, goOn, inTurn }),
    'session.signIn': async ({ beside, ...input }) => {
      const info = await signIn(clientFor, keeper, input, welcoming(null, beside), inTurn);
      goOn();
      return info;
    },
    'session.signOut': ({ recordings, account: of }) =>
      inTurn(async () => {
        const account = await deps.account();
        // The page shows somebody else than is chosen by now: nothing of that one is meant.
        if (of !== undefined && of !== account) throw new AppError('account-changed');
        await keeper.write(null);
        await jobs.leave(account);
        await builders.endAll();
        await settings.clear();
        // Who has a key here comes back by it, in one press.
        await signIns.change((all) =>
          all.filter(({ info, key }) => key !== null || accountOf(info) !== account),
        );
        const db = await database();
        await forgetAccount(db, account);
        if (recordings === 'delete') await deleteRecorded(db, account);
        return null;
      }),
  };
}
