import { NO_ACCOUNT } from '../base/account';
import { formerAccountOf, type LastUser } from './session';

/** Settings of one person, by their names; what they hold is read where it is used. */
type Settings = Readonly<Record<string, unknown>>;

/** What is remembered of several people's choices: those of one are in use, the others wait. */
export interface SettingsOfAccounts {
  readonly account: string;
  readonly inUse: Settings;
  readonly others: Readonly<Record<string, Settings>>;
}

const MOST_OTHERS = 50;

/** Whose the settings in use are, where that was not written down yet. */
export function accountOfSettings(account: string | null, lastUser: LastUser | null): string {
  return account ?? (lastUser ? formerAccountOf(lastUser) : NO_ACCOUNT);
}

/** Puts one person's settings aside, and takes up those of the one who signs in. */
export function switchSettings(
  { account, inUse, others }: SettingsOfAccounts,
  to: string,
  user: LastUser,
): SettingsOfAccounts {
  const former = formerAccountOf(user);
  if (account === to || account === former) return { account: to, inUse, others };
  const { [to]: mine, [former]: before, ...left } = others;
  const isSomebodys = account !== NO_ACCOUNT && Object.keys(inUse).length > 0;
  const waiting = isSomebodys ? { ...left, [account]: inUse } : left;
  return {
    account: to,
    inUse: { ...(account === NO_ACCOUNT && inUse), ...before, ...mine },
    others: Object.fromEntries(Object.entries(waiting).slice(-MOST_OTHERS)),
  };
}
