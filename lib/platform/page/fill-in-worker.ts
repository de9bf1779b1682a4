import { SheetFileError } from '../../core/table/file-problem';
import { fillAsk, type Filled, takeFilling } from '../../core/table/filling';
import type { FillOrder } from '../../core/table/plan-fill';
import { askWorker, type Reader } from './ask-worker';

/**
 * Has a worker fill columns into a file. Fails with `FillError` or `SheetFileError` where that cannot be done or the worker stops
 * (`reader-stopped`).
 */
export function fillInWorker(
  reader: Reader,
  file: Blob,
  sheet: string,
  order: FillOrder,
  signal: AbortSignal,
): Promise<Filled> {
  const stopped = () => new SheetFileError('reader-stopped');
  const ask = { file, ask: fillAsk(sheet, order) };
  return askWorker(reader, { ask, take: takeFilling, stopped, signal });
}
