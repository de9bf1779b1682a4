import type { TokenEnd } from '../../core/account/lifetime';
import { memberOf } from '../../core/account/sign-in';
import type { SessionInfo } from '../../core/account/session';

const minutes = (count: number) => `${count} min`;

/** Words of who is signed in, and of several sign-ins beside each other. */
export const signInsText = {
  title: 'Sign-ins',
  lead: 'Each member and environment has a sign-in of its own. What you see is always of the one that is chosen.',
  menuName: 'Sign-ins',
  manage: 'Sign-ins and keys…',
  stay: 'Stay signed in',
  again: 'Sign in again…',
  /** Near the end of a session, in the place of the name. */
  endsIn: (left: number) => (left < 1 ? 'Signed out any moment' : `Signed out in ${minutes(left)}`),
  ends: (left: number, why: TokenEnd['why']) =>
    why === 'idle'
      ? `Signed out in ${minutes(Math.max(left, 1))}: nothing was asked of the service for long. Stay signed in to go on. What you typed is kept.`
      : `Signed out in ${minutes(Math.max(left, 1))}: a sign-in lasts a day. Sign in again to go on. What you typed is kept.`,
  cancel: 'Cancel',
  againTitle: 'Sign in again',
  againLead: 'Everything stays open as it is.',
  chosen: 'Shown now',
  switchTo: 'Switch',
  signedOut: 'Signed out',
  byKey: 'API key',
  readOnly: 'Read-only',
  noTrackers: 'No impression trackers',
  none: 'Nobody has signed in here yet',
  noneNext: 'Add a sign-in below.',
  forget: 'Forget…',
  forgetOf: (whose: string) => `Forget ${whose}`,
  switchOf: (whose: string) => `Switch to ${whose}`,
  add: 'Add a sign-in',
  how: 'How you sign in',
  password: 'Username and password',
  key: 'API key',
  others: 'Or go on as',
  keyInstead: 'Sign in with an API key…',
  resuming: 'Signing in again with your key…',
  recordings: (whose: string) => `Recordings of ${whose}`,
  recordingsOfNobody: 'Nobody is signed in: recordings are for everybody who uses this browser',
  refused: 'Your key did not sign you in again.',
};

/** Words of the question that is asked before an account is forgotten. */
export const forgetText = {
  title: (whose: string) => `Forget ${whose}?`,
  ends: 'Its session ends here, and it leaves the list of sign-ins.',
  key: 'Its private key is deleted. It cannot be brought back.',
  madeHere: 'The pair was made here: there is no other copy of the private key.',
  stays: 'Monetize still accepts the key until it is deactivated there.',
  deactivate: 'Also have Monetize accept this key no more',
  deactivateNeeds: 'For that it has to be signed in. Switch to it first.',
  data: 'The copy of its trackers, what was typed and not saved, what it recorded and what was noted of its trackers can stay for the next time this user signs in.',
  keep: 'Forget, and keep its data',
  delete: 'Forget, and delete its data',
  cancel: 'Cancel',
  done: (whose: string, isDeactivated: boolean) =>
    isDeactivated ? `Forgot ${whose}. Monetize accepts its key no more.` : `Forgot ${whose}.`,
};

/** Whose data is shown: user, member, and the environment where it is not production. */
export function whoseText(info: SessionInfo): string {
  return `${info.username} · ${memberOf(info)}`;
}
