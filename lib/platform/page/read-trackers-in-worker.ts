import { SheetFileError } from '../../core/table/file-problem';
import type { ReadProgress } from '../../core/table/read-progress';
import type { TrackerColumnMemory } from '../../core/tracker-sheet/columns';
import type { OpenTrackerSheet } from '../../core/tracker-sheet/open-sheet';
import { takeTrackerReading } from '../../core/tracker-sheet/reading';
import { askWorker, type Reader } from './ask-worker';

/**
 * Has a worker read a sheet of trackers, with the columns that were chosen by hand in sheets like it. Fails with
 * `SheetFileError` where it is none or the reader stops.
 */
export function readTrackersInWorker(
  reader: Reader,
  file: Blob,
  onProgress: (progress: ReadProgress) => void,
  signal: AbortSignal,
  memory: TrackerColumnMemory,
): Promise<OpenTrackerSheet> {
  const take = takeTrackerReading(onProgress);
  const stopped = () => new SheetFileError('reader-stopped');
  return askWorker(reader, { ask: { file, memory }, take, stopped, signal });
}
