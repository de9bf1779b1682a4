import { takeSheetMessage } from '../../core/report/reconcile/sheet-message';
import type { SheetReading } from '../../core/report/reconcile/sheet-placements';
import { SheetFileError } from '../../core/table/file-problem';
import type { ReadProgress } from '../../core/table/read-progress';
import { askWorker, type Reader } from './ask-worker';

/**
 * Has a worker read what a tag sheet says of placements; `macros` are cachebusters that are known. Fails with `SheetFileError` where
 * the file is no table or the reader stops.
 */
export function readPlacementsInWorker(
  reader: Reader,
  about: { readonly file: Blob; readonly macros: readonly string[] },
  onProgress: (progress: ReadProgress) => void,
  signal: AbortSignal,
): Promise<SheetReading> {
  const take = takeSheetMessage(onProgress);
  const stopped = () => new SheetFileError('reader-stopped');
  return askWorker(reader, { ask: about, take, stopped, signal });
}
