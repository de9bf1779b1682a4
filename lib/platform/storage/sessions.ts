import { browser } from 'wxt/browser';

import { createKeeper, readHeld, type SessionKeeper } from '../../app/account/keeper';
import { judgeAddress } from '../../core/account/api-address';
import { isAddressGranted, readConsoleOrigins } from '../background/consoles';

const NAMES = ['session', 'sessions', 'lastCalls'];

/**
 * The sessions, in `storage.session`: memory only, gone with the browser, and closed to content
 * scripts (its default access level, stated again so that no one opens it by accident).
 */
export const sessionKeeper: SessionKeeper = createKeeper(
  {
    read: () => browser.storage.session.get(NAMES),
    async write(values, gone) {
      await browser.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
      if (Object.keys(values).length > 0) await browser.storage.session.set(values);
      if (gone.length > 0) await browser.storage.session.remove([...gone]);
    },
  },
  // What the browser itself has granted, in the person's own click, nobody can write into a storage.
  async (baseUrl) => {
    const judged = judgeAddress(baseUrl, await readConsoleOrigins());
    if (judged.kind === 'refused') return judged.problem;
    const isGranted = judged.kind === 'production' || (await isAddressGranted(judged.baseUrl));
    return isGranted ? null : 'access-refused';
  },
);

/** All that is held of them just now. */
export async function readSessions(): Promise<ReturnType<typeof readHeld>> {
  return readHeld(await browser.storage.session.get(NAMES));
}

/** Calls back when one of them begins, ends or is used; returns how to stop. */
export function onSessionsChange(listener: () => void): () => void {
  const heard = (changes: object) => {
    if (NAMES.some((name) => name in changes)) listener();
  };
  browser.storage.session.onChanged.addListener(heard);
  return () => browser.storage.session.onChanged.removeListener(heard);
}
