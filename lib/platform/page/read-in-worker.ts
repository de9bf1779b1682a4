import { gatherHar, type ReadHar } from '../../core/recording/har-reading';
import { HarFileError } from '../../core/recording/har-problem';
import { SheetFileError } from '../../core/table/file-problem';
import type { ReadProgress } from '../../core/table/read-progress';
import type { ColumnMemory } from '../../core/tag-sheet/read/column-memory';
import type { OpenSheet } from '../../core/tag-sheet/read/open-sheet';
import { gatherSheet } from '../../core/tag-sheet/read/reading';
import { askWorker, type Reader } from './ask-worker';

/**
 * Has a worker read a sheet, with the columns that were chosen by hand in sheets like it. Fails with
 * `SheetFileError` where the file is none or the reader stops (`reader-stopped`).
 */
export function readInWorker(
  reader: Reader,
  file: File,
  onProgress: (progress: ReadProgress) => void,
  signal: AbortSignal,
  memory: ColumnMemory,
): Promise<OpenSheet> {
  const { take } = gatherSheet(onProgress);
  const stopped = () => new SheetFileError('reader-stopped');
  return askWorker(reader, { ask: { file, memory }, take, stopped, signal });
}

/** Has a worker read a HAR file. Fails with `HarFileError` where it is none or the reader stops. */
export function readHarInWorker(
  reader: Reader,
  file: File,
  onProgress: (progress: ReadProgress) => void,
  signal: AbortSignal,
): Promise<ReadHar> {
  const { take } = gatherHar(onProgress);
  const stopped = () => new HarFileError('reader-stopped');
  return askWorker(reader, { ask: { file }, take, stopped, signal });
}
