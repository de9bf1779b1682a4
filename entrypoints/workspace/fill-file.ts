import type { SavedFill } from '@/components/sheets/saved-fill';
import { MAX_FILE_BYTES } from '@/lib/core/base/limits';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { filledName } from '@/lib/core/table/filled-name';
import type { FillOrder } from '@/lib/core/table/plan-fill';
import { fillInWorker, type SheetKind } from '@/lib/platform/page/fill-in-worker';
import { saveFile } from '@/lib/platform/page/save-file';

/** The same bytes as they are now, whatever becomes of the file on the disk. */
export async function holdBytes(file: Blob): Promise<Blob> {
  if (file.size > MAX_FILE_BYTES) throw new SheetFileError('too-large');
  return new Blob([await file.arrayBuffer()]);
}

/** Fills columns into a sheet of a file beside the page, and saves that. */
export async function fillFile(
  kind: SheetKind,
  what: { readonly file: File; readonly sheet: string; readonly order: FillOrder },
  signal: AbortSignal,
): Promise<SavedFill> {
  // In one expression: only then is the worker built.
  const worker = new Worker(new URL('./fill-worker.ts', import.meta.url), { type: 'module' });
  const { bytes, ...said } = await fillInWorker(worker, kind, what, signal);
  const name = filledName(what.file.name);
  saveFile(name, new Blob([bytes]));
  return { name, ...said };
}
