import { browser } from 'wxt/browser';

import { createInTurn } from '../../core/base/in-turn';
import { type Dismissals, readDismissals } from '../../core/console/dismissals';
import { DISMISSALS_CHANGED } from '../channels/dismissals-changed';

const KEY = 'dismissals';
const inTurn = createInTurn();

/** What is dismissed. */
export async function readDismissed(): Promise<Dismissals> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return readDismissals(stored);
}

/** Changes what is dismissed; one change after the other. */
export function changeDismissals(change: (before: Dismissals) => Dismissals): Promise<void> {
  return inTurn(async () => {
    await browser.storage.local.set({ [KEY]: change(await readDismissed()) });
  });
}

/** Calls back at every change, whoever made it. */
export function onDismissalsChange(listener: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (KEY in changes) listener();
  });
}

/** Tells the scripts in all open pages that something changed; each asks for what concerns it. */
export async function tellDismissalsChanged(): Promise<void> {
  const tabs = await browser.tabs.query({});
  // Most tabs have no script of ours to hear it.
  await Promise.allSettled(
    tabs.map(({ id }) =>
      id === undefined ? null : browser.tabs.sendMessage(id, { piggyback: DISMISSALS_CHANGED }),
    ),
  );
}
