import type { Editable } from './editable';

/**
 * Puts text at the field's cursor, in place of what is selected, as if it had been typed: the
 * field's own undo and the page's listeners see it. Returns whether the text is then there.
 */
export function insertText(field: Editable, text: string): boolean {
  field.focus();
  if (!isControl(field)) {
    document.execCommand('insertText', false, text);
    return flat(field.textContent ?? '').includes(flat(text));
  }
  const wanted = expectedValue(field, text);
  if (!document.execCommand('insertText', false, text)) setValue(field, wanted, text);
  // A one-line field drops line breaks; a controlled one may have refused the change.
  return flat(field.value) === flat(wanted) || flat(field.value).includes(flat(text));
}

function expectedValue(field: HTMLInputElement | HTMLTextAreaElement, text: string): string {
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  return field.value.slice(0, start) + text + field.value.slice(end);
}

// Frameworks that control a field watch the element's own setter; the prototype's goes past it, and
// the event then makes them read the new value.
function setValue(
  field: HTMLInputElement | HTMLTextAreaElement,
  value: string,
  text: string,
): void {
  const prototype =
    field instanceof HTMLTextAreaElement
      ? HTMLTextAreaElement.prototype
      : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(
    new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }),
  );
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

function flat(text: string): string {
  return text.replace(/\s+/g, '');
}

function isControl(field: Editable): field is HTMLInputElement | HTMLTextAreaElement {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
}
