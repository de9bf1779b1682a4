import { getCurrentUser } from '../../api/auth';
import { deactivatePublicKey, registerPublicKey } from '../../api/public-keys';
import { AppError } from '../../core/base/errors';
import type { InTurn } from '../../core/base/in-turn';
import { accountOf, type SessionInfo } from '../../core/account/session';
import { type KeyRef, type SignIn, withoutSignIn } from '../../core/account/sign-in';
import type { accountContract } from '../../messaging/account/contract';
import type { HandlersOf } from '../../messaging/wire/answer';
import { forgetAccount } from '../../store/accounts';
import type { KeyRow } from '../../store/keys';
import type { AccountDeps } from './account-deps';
import { deleteRecorded } from './delete-recorded';
import { tokenByKey } from './key-sign-in';
import { withSession, withSessionOf } from './session';
import { enter, mayGoTo, type Welcome } from './sign-in';

interface AccountsDeps extends AccountDeps {
  readonly welcoming: (key: KeyRef | null, beside?: boolean) => Welcome;
  /** Goes on with the jobs of who has just signed in. */
  readonly goOn: () => void;
  /** One who comes, goes or is switched to after the other. */
  readonly inTurn: InTurn;
}

type Handlers = Omit<HandlersOf<typeof accountContract>, 'session.signIn' | 'session.signOut'>;

/** Signs in by keys, and has several accounts beside each other. */
export function createAccountsHandlers(deps: AccountsDeps): Handlers {
  const { clientFor, keeper, database, settings, signIns, keys, jobs, builders, inTurn } = deps;

  const signInOf = async (account: string): Promise<SignIn> => {
    const found = (await signIns.read()).find(({ info }) => accountOf(info) === account);
    if (!found) throw new AppError('not-found');
    return found;
  };
  const keyOf = async (id: string): Promise<KeyRow> => {
    const row = await keys.read(id);
    if (!row) throw new AppError('key-missing');
    return row;
  };

  async function byKey(
    row: KeyRow,
    silent: boolean,
    beside: boolean,
    mayEnter: (info: SessionInfo) => Promise<void> = async () => {},
  ): Promise<SessionInfo> {
    const token = await tokenByKey(deps, row, silent);
    const welcome = deps.welcoming({ id: row.id, name: row.name }, beside);
    const mayCome: Welcome = async (who) => {
      await mayEnter(who);
      return welcome(who);
    };
    const info = await enter(clientFor, keeper, { ...row, token }, mayCome, inTurn);
    deps.goOn();
    return info;
  }

  /** The account that is chosen and has no session, by its key; `null` where it has none that works. */
  async function chosenByKey({ info, key }: SignIn, silent: boolean): Promise<SessionInfo | null> {
    const row = key && (await keys.read(key.id));
    // It was confirmed when it signed in there for the first time; the key goes nowhere, only what it signed.
    if (row?.baseUrl !== info.baseUrl || (await keeper.problemWith(info.baseUrl)) !== null)
      return null;
    const account = accountOf(info);
    const changed = new AppError('account-changed');
    const mayEnter = async (who: SessionInfo) => {
      // A sign-in takes its time: who was chosen meanwhile stays, with their session.
      if ((await deps.account()) !== account || (await keeper.read())) throw changed;
      // Whose data is shown must not change unseen.
      if (accountOf(who) !== account) throw new AppError('account-other');
    };
    return byKey(row, silent, false, mayEnter).catch(async (error: unknown) => {
      if (error !== changed) throw error;
      return (await keeper.read())?.info ?? null;
    });
  }

  let resuming: Promise<SessionInfo | null> | null = null;
  async function resume(): Promise<SessionInfo | null> {
    const session = await keeper.read();
    if (session) return session.info;
    const account = await deps.account();
    const mine = (await signIns.read()).find(({ info }) => accountOf(info) === account);
    // One that was refused is tried again by the person alone.
    return mine && mine.refused === undefined ? chosenByKey(mine, true) : null;
  }

  return {
    'session.signInByKey': async ({ keyId, confirmed, beside = false }) => {
      const row = await keyOf(keyId);
      await mayGoTo(keeper, { baseUrl: row.baseUrl, confirmed });
      return byKey(row, false, beside);
    },
    'session.switch': async ({ account }) => {
      const to = await signInOf(account);
      const session = await inTurn(async () => {
        if ((await deps.account()) !== account) {
          await settings.switchTo(account, to.info);
          await builders.endAll();
        }
        return keeper.choose(account);
      });
      if (session) deps.goOn();
      return session ? session.info : chosenByKey(to, false);
    },
    // However many pages open at once.
    'session.resume': () => (resuming ??= resume().finally(() => (resuming = null))),
    'session.stay': async () => {
      await withSession(clientFor, keeper, (client) => getCurrentUser(client));
      return null;
    },
    'session.registerKey': async ({ keyId }) => {
      const { publicKey, name, baseUrl, username } = await keyOf(keyId);
      await withSession(clientFor, keeper, async (client, info) => {
        if (info.baseUrl !== baseUrl || info.username !== username) {
          throw new AppError('account-changed');
        }
        await registerPublicKey(client, { userId: info.userId, name, publicKey });
      });
      return null;
    },
    'session.forget': async ({ account, data, deactivate }) => {
      const { info, key } = await signInOf(account);
      const isDeactivated =
        deactivate && key !== null
          ? await withSessionOf(clientFor, keeper, account, (client) =>
              deactivatePublicKey(client, info.userId, key.name),
            )
          : false;
      await inTurn(async () => {
        const isChosen = (await deps.account()) === account;
        await keeper.writeOf(account, null);
        await (data === 'delete' ? jobs.leave(account) : jobs.endAll(account));
        // In this turn: who signs in meanwhile comes afterwards, and loses nothing. Where it fails, it can be asked for again.
        if (data === 'delete') {
          const db = await database();
          await forgetAccount(db, account);
          await deleteRecorded(db, account);
        }
        if (key) await keys.remove(key.id);
        await signIns.change((all) => withoutSignIn(all, account));
        if (isChosen) {
          await builders.endAll();
          await settings.clear();
        } else await settings.forget(account);
      });
      return { isDeactivated };
    },
  };
}
