import type { SignInActions } from '@/components/stores/sign-ins';
import { makeKey, takeKey, type TakenKey } from '@/lib/app/account/take-key';
import type { KeyAbout } from '@/lib/core/account/sign-in';
import { requestApi } from '@/lib/platform/background/consoles';
import { send } from '@/lib/platform/channels/messages';
import type { RequestOf } from '@/lib/messaging/contract';
import { onSignInsChange, readSignInStates } from '@/lib/platform/storage/sign-ins';
import type { KnownAccount } from '@/lib/platform/storage/storage';
import { createKeyStore } from '@/lib/store/keys';

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
    signIns: createSignInActions((account) => (owner = account)),
  };
}

/** Several sign-ins, by messages; and keys, which the page itself puts where the background finds them. */
function createSignInActions(show: SignInActions['show']): SignInActions {
  const store = createKeyStore();

  async function keep(
    of: Parameters<SignInActions['makeKey']>[0],
    { key, publicKey, bits }: TakenKey,
    isMadeHere: boolean,
  ): Promise<KeyAbout> {
    const about = {
      ...of,
      publicKey,
      bits,
      isMadeHere,
      id: crypto.randomUUID(),
      madeAt: Date.now(),
    };
    await store.put({ ...about, key });
    return about;
  }

  return {
    show,
    list: readSignInStates,
    onChange: onSignInsChange,
    switchTo: (account) => send('session.switch', { account }),
    resume: () => send('session.resume', null),
    stay: async () => void (await send('session.stay', null)),
    forget: (account, data, deactivate) => send('session.forget', { account, data, deactivate }),
    keys: store.list,
    makeKey: async (of) => keep(of, await makeKey(), true),
    async takeKey(of, text) {
      const taken = await takeKey(text);
      return taken.kind === 'refused'
        ? taken
        : { kind: 'key', about: await keep(of, taken, false) };
    },
    dropKey: store.remove,
    registerKey: async (keyId) => void (await send('session.registerKey', { keyId })),
    async signInByKey({ id, baseUrl }, confirmed, beside) {
      // First, so that the browser asks in the click itself.
      await requestApi(baseUrl);
      return send('session.signInByKey', { keyId: id, confirmed, beside });
    },
  };
}
