import { batch, signal } from '@preact/signals';

import type { KeyFor, SignInActions } from '@/components/stores/sign-ins';
import { type Failure, toFailure } from '@/lib/core/base/errors';
import { MAX_KEY_CHARS } from '@/lib/core/base/limits';
import type { KeyProblem } from '@/lib/core/account/private-key';
import type { KeyAbout, SignInState } from '@/lib/core/account/sign-in';

type KeyActions = Pick<
  SignInActions,
  'keys' | 'makeKey' | 'takeKey' | 'dropKey' | 'registerKey' | 'signInByKey'
>;

export type KeysModel = ReturnType<typeof createKeysModel>;

/** The keys that are kept here, and what is being done with one. No private key is ever held in it. */
export function createKeysModel(actions: KeyActions) {
  const keys = signal<readonly KeyAbout[]>([]);
  const isBusy = signal(false);
  const failure = signal<Failure | null>(null);
  const problem = signal<KeyProblem | null>(null);
  /** The key whose public part was registered just now. */
  const registered = signal<string | null>(null);

  async function attempt<T>(run: () => Promise<T>): Promise<T | null> {
    batch(() => {
      isBusy.value = true;
      failure.value = null;
      problem.value = null;
    });
    try {
      return await run();
    } catch (error) {
      failure.value = toFailure(error);
      return null;
    } finally {
      keys.value = await actions.keys().catch(() => keys.value);
      isBusy.value = false;
    }
  }
  async function take(of: KeyFor, read: () => Promise<string>): Promise<void> {
    await attempt(async () => {
      const taken = await actions.takeKey(of, await read());
      if (taken.kind === 'refused') problem.value = taken.problem;
    });
  }

  return {
    keys,
    isBusy,
    failure,
    problem,
    registered,
    load: () => attempt(async () => {}),
    make: (of: KeyFor) => attempt(() => actions.makeKey(of)),
    takeText: (of: KeyFor, text: string) => take(of, async () => text),
    /** What is too large to be a key is not even read. */
    async takeFile(of: KeyFor, file: File): Promise<void> {
      if (file.size > MAX_KEY_CHARS) problem.value = 'too-long';
      else await take(of, () => file.text());
    },
    drop: (id: string) => attempt(() => actions.dropKey(id)),
    async register(id: string): Promise<void> {
      await attempt(async () => {
        await actions.registerKey(id);
        registered.value = id;
      });
    },
    signIn: (key: KeyAbout, confirmed: boolean, beside: boolean) =>
      attempt(() => actions.signInByKey(key, confirmed, beside)),
  };
}

/** Keys that are there, and by which nobody has signed in. */
export function waitingKeys(
  keys: readonly KeyAbout[],
  signIns: readonly SignInState[],
): readonly KeyAbout[] {
  return keys.filter(({ id }) => !signIns.some(({ key }) => key?.id === id));
}
