import type { Editable } from '../editable';
import { takeBack } from './deliver';
import { takeFocus } from './focus';
import { readField } from './read-field';

const LOOKS_MS = [40, 60, 100, 200];

/**
 * Takes an insertion back, by the field's own undo where it has one. Whether the field holds what it
 * held before. Where anything was changed since, nothing is touched.
 */
export async function takeTextBack(
  field: Editable,
  { before, after }: { readonly before: string; readonly after: string },
): Promise<boolean> {
  if ((await readField(field)) !== after || !takeFocus(field)) return false;
  takeBack(field, before);
  for (const wait of LOOKS_MS) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    if ((await readField(field)) === before) return true;
  }
  return false;
}
