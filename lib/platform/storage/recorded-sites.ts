import { browser } from 'wxt/browser';

import { createInTurn } from '../../core/base/in-turn';
import {
  isRecordedAt,
  type RecordedSites,
  recordedSitesIn,
} from '../../core/recording/recorded-sites';

const KEY = 'recordedSites';

/** The sites on which a person has pixels recorded without DevTools. */
export async function readRecordedSites(): Promise<RecordedSites> {
  return recordedSitesIn((await browser.storage.local.get(KEY))[KEY]);
}

/** Whether a person has pages at this address recorded without DevTools. */
export async function isRecorded(url: string): Promise<boolean> {
  return isRecordedAt(await readRecordedSites(), url);
}

const inTurn = createInTurn();

/** Changes the list, one change after the other. */
export function changeRecordedSites(
  change: (sites: RecordedSites) => RecordedSites,
): Promise<void> {
  return inTurn(async () => {
    await browser.storage.local.set({ [KEY]: change(await readRecordedSites()) });
  });
}

/** Calls back when the list was changed; returns how to stop. */
export function onRecordedSitesChange(listener: () => void): () => void {
  const heard = (changes: object, area: string) => {
    if (area === 'local' && KEY in changes) listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
