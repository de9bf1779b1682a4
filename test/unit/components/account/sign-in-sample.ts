import type { SignInActions } from '@/components/stores/sign-ins';
import { accountOf, type SessionInfo } from '@/lib/core/account/session';
import type { KeyAbout, SignInState } from '@/lib/core/account/sign-in';

import { infoOf } from '../../core/account/build';

export { infoOf };

export function signInOf(
  part: Partial<SessionInfo> = {},
  state: Partial<SignInState> = {},
): SignInState {
  const info = infoOf(part);
  const account = accountOf(info);
  const now = { isChosen: false, isSignedIn: true, key: null, lifetime: null };
  return { info, account, ...now, ...state };
}

export const KEY: KeyAbout = {
  id: 'key-1',
  baseUrl: 'https://api.appnexus.com',
  username: 'trafficker',
  name: 'piggyback',
  publicKey:
    '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A\n-----END PUBLIC KEY-----\n',
  bits: 2048,
  isMadeHere: true,
  madeAt: 1,
};

/** What a page can do with sign-ins, in memory: one is signed in. */
export function signInActions(change: Partial<SignInActions> = {}): SignInActions {
  return {
    show: () => {},
    list: async () => [signInOf({}, { isChosen: true })],
    onChange: () => () => {},
    switchTo: async () => infoOf(),
    resume: async () => null,
    stay: async () => {},
    forget: async () => ({ isDeactivated: false }),
    keys: async () => [],
    makeKey: async (of) => ({ ...KEY, ...of }),
    takeKey: async (of) => ({ kind: 'key', about: { ...KEY, ...of, isMadeHere: false } }),
    dropKey: async () => {},
    registerKey: async () => {},
    signInByKey: async () => infoOf(),
    ...change,
  };
}
