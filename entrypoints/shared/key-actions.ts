import type { SignInActions } from '@/components/stores/sign-ins';
import { makeKey, takeKey, type TakenKey } from '@/lib/app/account/take-key';
import type { KeyAbout } from '@/lib/core/account/sign-in';
import { createKeyStore } from '@/lib/store/keys';

type KeyActions = Pick<SignInActions, 'keys' | 'makeKey' | 'takeKey' | 'dropKey'>;

/** Keys, which the page itself makes or reads, and puts where the background finds them. */
export function createKeyActions(): KeyActions {
  const store = createKeyStore();

  async function keep(
    of: Parameters<KeyActions['makeKey']>[0],
    { key, publicKey, bits }: TakenKey,
    isMadeHere: boolean,
  ): Promise<KeyAbout> {
    const [id, madeAt] = [crypto.randomUUID(), Date.now()];
    const about = { ...of, publicKey, bits, isMadeHere, id, madeAt };
    await store.put({ ...about, key });
    return about;
  }

  return {
    keys: store.list,
    makeKey: async (of) => keep(of, await makeKey(), true),
    async takeKey(of, text) {
      const taken = await takeKey(text);
      return taken.kind === 'refused'
        ? taken
        : { kind: 'key', about: await keep(of, taken, false) };
    },
    dropKey: store.remove,
  };
}
