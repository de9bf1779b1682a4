import { computed, signal } from '@preact/signals';

import type { SessionInfo } from '@/lib/core/account/session';
import type { KeyProblem } from '@/lib/core/account/private-key';
import type { KeyAbout, SignInState } from '@/lib/core/account/sign-in';

/** As whom and where a key signs in, and what the service is to call it. */
export type KeyFor = Pick<KeyAbout, 'baseUrl' | 'username' | 'name'>;
export type Taken =
  | { readonly kind: 'key'; readonly about: KeyAbout }
  | { readonly kind: 'refused'; readonly problem: KeyProblem };

/** What a page does with several sign-ins, and with keys. A private key goes in, and nothing brings it out. */
export interface SignInActions {
  /** Notes whose data the page shows: for nobody else is anything changed from here. */
  show(account: string | null): void;
  list(): Promise<readonly SignInState[]>;
  /** Calls back at every change; returns how to stop. */
  onChange(listener: () => void): () => void;
  /** `null` where it has to sign in by hand. */
  switchTo(account: string): Promise<SessionInfo | null>;
  /** Signs the one that is chosen in by its key; `null` where that cannot be. */
  resume(): Promise<SessionInfo | null>;
  /** Uses the session, so that it does not end unused. */
  stay(): Promise<void>;
  forget(
    account: string,
    data: 'keep' | 'delete',
    deactivate: boolean,
  ): Promise<{ readonly isDeactivated: boolean }>;
  keys(): Promise<readonly KeyAbout[]>;
  makeKey(of: KeyFor): Promise<KeyAbout>;
  takeKey(of: KeyFor, text: string): Promise<Taken>;
  dropKey(id: string): Promise<void>;
  registerKey(keyId: string): Promise<void>;
  /** Must be called in the person's own click: the browser may ask for the address. */
  signInByKey(key: KeyAbout, confirmed: boolean, beside: boolean): Promise<SessionInfo>;
}

export type SignInsStore = ReturnType<typeof createSignIns>;

/** All who have signed in here, as they stand now. */
export function createSignIns(actions: Pick<SignInActions, 'list'>) {
  const signIns = signal<readonly SignInState[]>([]);
  const chosen = computed(() => signIns.value.find(({ isChosen }) => isChosen) ?? null);
  return {
    signIns,
    /** Whose data is shown; `null` where that is nobody's. */
    chosenSignIn: chosen,
    /** When the shown session was given and used, where a person has to see to it that it goes on. */
    ending: computed(() => (chosen.value?.key === null ? chosen.value.lifetime : null)),
    async loadSignIns(): Promise<void> {
      signIns.value = await actions.list();
    },
  };
}
