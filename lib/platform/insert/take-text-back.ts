import type { Editable } from '../field/field';
import { isControl } from '../field/editable';
import { codeEditorOf } from './code-editor';
import { setValueBack, takeBack } from './deliver';
import { takeFocus } from './focus';
import { readField } from './read-field';

const LOOKS_MS = [40, 60, 100, 200];

/** What an insertion did to a field, and whether anything was edited after it. */
interface Insertion {
  readonly before: string;
  readonly after: string;
  readonly isTouched: boolean;
}

/**
 * Takes an insertion back. Whether the field holds what it held before. By the field's own undo, as
 * long as nothing else was edited: after that its last step is somebody's own. Then a plain field gets
 * its text back if it holds exactly what we left; any other is not touched.
 */
export async function takeTextBack(
  field: Editable,
  { before, after, isTouched }: Insertion,
): Promise<boolean> {
  if ((await readField(field)) !== after || !takeFocus(field)) return false;
  if (!isTouched) takeBack(field, before);
  else if (isControl(field) && !codeEditorOf(field)) setValueBack(field, before);
  else return false;
  for (const wait of LOOKS_MS) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    if ((await readField(field)) === before) return true;
  }
  return false;
}
