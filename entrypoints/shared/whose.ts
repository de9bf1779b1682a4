import { type ReadonlySignal, signal } from '@preact/signals';

import type { SessionInfo } from '@/lib/core/account/session';
import { onSignInsChange, readSignInStates } from '@/lib/platform/storage/sign-ins';

/** Whose data a page shows: of who is signed in, or was until the token died. `undefined` until it is known. */
export function followWhose(): ReadonlySignal<SessionInfo | null | undefined> {
  const whose = signal<SessionInfo | null | undefined>(undefined);
  const read = async () => {
    const all = await readSignInStates();
    whose.value = all.find(({ isChosen }) => isChosen)?.info ?? null;
  };
  onSignInsChange(() => void read().catch(() => {}));
  void read().catch(() => {});
  return whose;
}
