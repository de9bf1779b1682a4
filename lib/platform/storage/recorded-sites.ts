import { browser } from 'wxt/browser';

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

let changing: Promise<void> = Promise.resolve();

/** Changes the list, one change after the other. */
export function changeRecordedSites(
  change: (sites: RecordedSites) => RecordedSites,
): Promise<void> {
  const next = changing.then(async () => {
    await browser.storage.local.set({ [KEY]: change(await readRecordedSites()) });
  });
  changing = next.catch(() => {});
  return next;
}

/** Calls back when the list was changed; returns how to stop. */
export function onRecordedSitesChange(listener: () => void): () => void {
  const heard = (changes: object, area: string) => {
    if (area === 'local' && KEY in changes) listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
