import { SheetFileError } from '../../core/table/file-problem';
import { fillAsk, type Filled, takeFilling } from '../../core/table/filling';
import type { FillOrder } from '../../core/table/plan-fill';
import { askWorker, type Reader } from './ask-worker';

/** By whose titles a CSV is cut: its delimiter has to be the one that it was read by. */
export type SheetKind = 'tags' | 'trackers';

/**
 * Has a worker fill columns into a file. Fails with `FillError` or `SheetFileError` where that cannot be done or the worker stops
 * (`reader-stopped`).
 */
export function fillInWorker(
  reader: Reader,
  kind: SheetKind,
  {
    file,
    sheet,
    order,
  }: { readonly file: Blob; readonly sheet: string; readonly order: FillOrder },
  signal: AbortSignal,
): Promise<Filled> {
  const stopped = () => new SheetFileError('reader-stopped');
  const ask = { file, kind, ask: fillAsk(sheet, order) };
  return askWorker(reader, { ask, take: takeFilling, stopped, signal });
}
