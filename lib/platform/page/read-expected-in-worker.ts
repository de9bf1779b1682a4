import { SheetFileError } from '../../core/table/file-problem';
import type { ReadProgress } from '../../core/table/read-progress';
import { takeExpectedReading } from '../../core/verification/expected-reading';
import type { Taken } from '../../core/verification/taken';
import { askWorker, type Reader } from './ask-worker';

/** Has a worker read the trackers of a file. Fails with `SheetFileError` where it is none or the reader stops. */
export function readExpectedInWorker(
  reader: Reader,
  file: File,
  onProgress: (progress: ReadProgress) => void,
  signal: AbortSignal,
): Promise<Taken> {
  const take = (message: unknown) => takeExpectedReading(message, onProgress);
  const stopped = () => new SheetFileError('reader-stopped');
  return askWorker(reader, { ask: { file }, take, stopped, signal });
}
