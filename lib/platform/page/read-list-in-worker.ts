import { SheetFileError } from '../../core/table/file-problem';
import { takeList } from '../../core/verification/list-reading';
import type { PageList } from '../../core/verification/page-list';
import { askWorker, type Reader } from './ask-worker';

/** Has a worker read a list of pages. Fails with `SheetFileError` where it is none or the reader stops. */
export function readListInWorker(
  reader: Reader,
  file: Blob,
  signal: AbortSignal,
): Promise<PageList> {
  const stopped = () => new SheetFileError('reader-stopped');
  return askWorker(reader, { ask: { file }, take: takeList, stopped, signal });
}
