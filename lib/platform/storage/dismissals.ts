import { browser } from 'wxt/browser';

import { readDismissals } from '../../core/console/dismissals';
import { DISMISSALS_CHANGED } from '../channels/dismissals-changed';
import { createKept } from './kept';

const kept = createKept('dismissals', readDismissals);

/** What is dismissed. */
export const readDismissed = kept.read;
export const changeDismissals = kept.change;
export const onDismissalsChange = kept.onChange;

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
