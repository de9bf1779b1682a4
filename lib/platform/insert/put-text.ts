import type { Editable } from '../field/field';
import { deepActiveElement, isControl } from '../field/editable';
import { codeEditorOf } from './code-editor';
import { paste, placeCursor, takeBack, type } from './deliver';
import { takeFocus } from './focus';
import { isInserted } from './is-inserted';
import { type FieldText, readFieldText } from './read-field';

export type Put = 'taken' | 'refused';

/** Frameworks set a field right, or wrong again, some time after its event. */
const LOOKS_MS = [40, 60, 100, 200];
/** An editor may take it with the frames it draws; a busy page draws late, and a hidden one never. */
const FRAMES = 2;
const LATEST_FRAMES_MS = 2000;

/**
 * Puts text at the field's cursor, in place of what is selected there, or in place of everything.
 * It comes as a paste, which editors and pages that look at what is pasted handle themselves, else
 * as typing; so the page hears of it and the field's own undo takes it back. A one-line field gets
 * a space for each line break. `taken` says that it was read back and stands there once, with
 * nothing else changed. After `refused` the field is as it was, as far as the page allows.
 */
export async function putText(
  field: Editable,
  text: string,
  where: 'cursor' | 'all',
): Promise<Put> {
  const line = field instanceof HTMLInputElement ? text.replace(/\s*\n\s*/g, ' ') : text;
  const before = await readFieldText(field);
  if (isClosed(field) || isTooLong(field, line, where)) return 'refused';
  const look = () => lookFor(field, before, line, where);

  if (!moveTo(field, where)) return 'refused';
  if (paste(field, line)) {
    const seen = await look();
    if (seen !== 'unchanged') return seen;
  }
  if (!moveTo(field, where)) return 'refused';
  type(field, line);
  const seen = await look();
  return seen === 'taken' ? 'taken' : 'refused';
}

function moveTo(field: Editable, where: 'cursor' | 'all'): boolean {
  const hadFocus = deepActiveElement() === field;
  if (!takeFocus(field)) return false;
  placeCursor(field, where, hadFocus);
  return true;
}

async function lookFor(
  field: Editable,
  before: FieldText,
  text: string,
  where: 'cursor' | 'all',
): Promise<Put | 'unchanged'> {
  let now = before;
  for (const wait of [...LOOKS_MS, null]) {
    await (wait === null ? drawn() : pause(wait));
    now = await readFieldText(field);
    if (isInserted(before, now, text, where)) return 'taken';
  }
  if (now.text === before.text) return 'unchanged';
  takeBack(field, before.text);
  return 'refused';
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function drawn(): Promise<void> {
  const frames = async () => {
    for (let frame = 0; frame < FRAMES; frame += 1) await new Promise(requestAnimationFrame);
  };
  return Promise.race([frames(), pause(LATEST_FRAMES_MS)]);
}

// A field for numbers or dates keeps what it cannot read, and shows it to nobody but the person.
const TEXT_TYPES = new Set(['text', 'url', 'search', 'email', 'tel', 'password']);

function isClosed(field: Editable): boolean {
  if (!field.isConnected || (isControl(field) && !field.matches(':read-write'))) return true;
  return field instanceof HTMLInputElement && !TEXT_TYPES.has(field.type);
}

// A browser cuts what is too long; half a tag is worse than none.
function isTooLong(field: Editable, text: string, where: 'cursor' | 'all'): boolean {
  if (!isControl(field) || field.maxLength < 0 || codeEditorOf(field)) return false;
  const replaced =
    where === 'all' ? field.value.length : (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  return field.value.length - replaced + text.length > field.maxLength;
}
