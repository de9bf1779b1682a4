import { isRecordedAt, recordedSitesIn } from '../../core/recording/recorded-sites';
import { createKept } from './kept';

const kept = createKept('recordedSites', recordedSitesIn);

/** The sites on which a person has pixels recorded without DevTools. */
export const readRecordedSites = kept.read;
export const changeRecordedSites = kept.change;
export const onRecordedSitesChange = kept.onChange;

/** Whether a person has pages at this address recorded without DevTools. */
export async function isRecorded(url: string): Promise<boolean> {
  return isRecordedAt(await readRecordedSites(), url);
}
