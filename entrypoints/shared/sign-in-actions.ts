import type { SignInActions } from '@/components/stores/sign-ins';
import type { RequestOf } from '@/lib/messaging/contract';
import { requestApi } from '@/lib/platform/background/consoles';
import { send } from '@/lib/platform/channels/messages';
import { onSignInsChange, readSignInStates } from '@/lib/platform/storage/sign-ins';
import type { KnownAccount } from '@/lib/platform/storage/storage';

import { createKeyActions } from './key-actions';

/** Signing in, and whose data the page shows. `account` is whose is chosen. */
export function createAccountActions(account: KnownAccount) {
  let owner: string | null = null;
  return {
    shown: () => owner,
    /** Whose is typed into the page: of who is shown, though another was chosen this moment. */
    typing: Object.assign(async () => owner ?? account(), { again: account.again }),
    async signIn(input: RequestOf<'session.signIn'>) {
      await requestApi(input.baseUrl);
      return send('session.signIn', input);
    },
    signIns: createSignInActions((shown) => (owner = shown)),
  };
}

/** Several sign-ins, by messages. */
function createSignInActions(show: SignInActions['show']): SignInActions {
  return {
    ...createKeyActions(),
    show,
    list: readSignInStates,
    onChange: onSignInsChange,
    switchTo: (account) => send('session.switch', { account }),
    resume: () => send('session.resume', null),
    stay: async () => void (await send('session.stay', null)),
    forget: (account, data, deactivate) => send('session.forget', { account, data, deactivate }),
    registerKey: async (keyId) => void (await send('session.registerKey', { keyId })),
    async signInByKey({ id, baseUrl }, confirmed, beside) {
      // First, so that the browser asks in the click itself.
      await requestApi(baseUrl);
      return send('session.signInByKey', { keyId: id, confirmed, beside });
    },
  };
}
