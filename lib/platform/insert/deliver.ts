import type { Editable } from '../field/field';
import { boxOf, isControl, rememberedCaret, selectionAt } from '../field/editable';
import { codeEditorOf } from './code-editor';

/** Hands the field a paste. Whether the page took it upon itself: a browser ignores a made one. */
export function paste(field: Editable, text: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  // Firefox (153) fills a made event from these two, and leaves `clipboardData` empty.
  const firefox = { dataType: 'text/plain', data: text };
  const init = { ...firefox, clipboardData, bubbles: true, cancelable: true, composed: true };
  return !field.dispatchEvent(new ClipboardEvent('paste', init));
}

/** Types into the focused field: the browser's own editing, with its events and its undo. */
export function type(field: Editable, text: string): void {
  if (!isControl(field) || !codeEditorOf(field)) {
    document.execCommand('insertText', false, text);
    return;
  }
  // Into an editor's hidden input as a paste brings it: it would split what is typed into many
  // steps of its undo. What stands there is of no other use.
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  const inputType = 'insertFromPaste';
  field.dispatchEvent(new InputEvent('input', { inputType, data: text, bubbles: true }));
}

/** Puts the cursor where it last was in the (focused) field, or selects all there is. */
export function placeCursor(field: Editable, where: 'cursor' | 'all', hadFocus: boolean): void {
  if (codeEditorOf(field)) {
    if (where === 'all') pressKey(field, 'a');
    else if (!hadFocus && !isControl(field)) select(field, rememberedCaret(field));
    return;
  }
  if (isControl(field)) {
    if (where === 'all') field.select();
    return;
  }
  if (where === 'cursor' && hadFocus) return;
  const range = document.createRange();
  range.selectNodeContents(field);
  if (where === 'all') return select(field, range);
  range.collapse(false);
  select(field, rememberedCaret(field) ?? range);
}

/** Takes back what came of an insertion that went wrong, so that nobody is left with half a tag. */
export function takeBack(field: Editable, before: string): void {
  if (isControl(field) && !codeEditorOf(field)) {
    document.execCommand('undo');
    if (field.value !== before) setValueBack(field, before);
  } else if (!pressKey(field, 'z')) document.execCommand('undo');
}

/** Gives a plain field a text back without its undo, and tells the page. */
export function setValueBack(field: HTMLInputElement | HTMLTextAreaElement, before: string): void {
  // From our world this goes past the setter by which frameworks watch the field.
  field.value = before;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/**
 * Presses Ctrl (or Command) and a letter on the field, heard as far as the element that its editor
 * was made in, and not by the page's own shortcuts. Whether somebody took it.
 */
function pressKey(field: Editable, letter: 'a' | 'z'): boolean {
  const mac = navigator.platform.startsWith('Mac');
  const event = new KeyboardEvent('keydown', {
    key: letter,
    code: `Key${letter.toUpperCase()}`,
    keyCode: letter.toUpperCase().charCodeAt(0),
    ctrlKey: !mac,
    metaKey: mac,
    bubbles: true,
    cancelable: true,
  });
  const edge = boxOf(field).parentElement;
  const stop = () => event.stopPropagation();
  edge?.addEventListener('keydown', stop);
  const taken = !field.dispatchEvent(event);
  edge?.removeEventListener('keydown', stop);
  return taken;
}

function select(field: Editable, range: Range | null): void {
  if (!range) return;
  selectionAt(field)?.setBaseAndExtent(
    range.startContainer,
    range.startOffset,
    range.endContainer,
    range.endOffset,
  );
}
