import type { Editable } from '../field/field';
import { isControl } from '../field/editable';
import { codeEditorOf } from './code-editor';
import { readModel } from './model-reader';

/**
 * What stands in a field, and how far it may be trusted: `exact` to the letter, `rich` but for white
 * space, which rich text adds and drops as it likes, `screen` only for the lines in view.
 */
export interface FieldText {
  readonly text: string;
  readonly kind: 'exact' | 'rich' | 'screen';
}

/** The whole text in the field, line breaks as `\n`. */
export async function readField(field: Editable): Promise<string> {
  return (await readFieldText(field)).text;
}

/** The same, with how far it may be trusted. */
export async function readFieldText(field: Editable): Promise<FieldText> {
  const editor = codeEditorOf(field);
  if (editor) {
    const model = await readModel(field);
    if (model !== null) return { text: model, kind: 'exact' };
    return { text: readLines(field.closest(editor.box), editor.lines), kind: 'screen' };
  }
  if (isControl(field)) return { text: field.value, kind: 'exact' };
  return { text: readRich(field), kind: 'rich' };
}

// Editors place their lines by `top`, and not always in the order of the document.
function readLines(box: Element | null, selector: string): string {
  return [...(box?.querySelectorAll<HTMLElement>(selector) ?? [])]
    .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
    .map((line) => plain(line.textContent))
    .join('\n');
}

// `innerText` would read a paragraph's margin as an empty line.
function readRich(field: HTMLElement): string {
  const keepsSpaces = /pre|break/.test(getComputedStyle(field).whiteSpace);
  const text = plain(linesOf(field, keepsSpaces));
  return keepsSpaces ? text : text.replace(/ *\n */g, '\n').trim();
}

function linesOf(node: Node, keepsSpaces: boolean): string {
  let text = '';
  for (const child of node.childNodes) {
    if (child instanceof Text) {
      text += keepsSpaces ? child.data : child.data.replace(/[ \t\n]+/g, ' ');
    } else if (child instanceof HTMLBRElement) {
      text += '\n';
    } else if (child instanceof Element) {
      const inner = linesOf(child, keepsSpaces);
      const inline = getComputedStyle(child).display.startsWith('inline');
      text = inline ? text + inner : ended(text) + ended(inner);
    }
  }
  return text;
}

function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

// Hard spaces stand for plain ones there; marks of no width only hold a cursor. The line break at
// the end holds the last line open.
function plain(text: string): string {
  return text
    .replaceAll('\u00A0', ' ')
    .replace(/[\u200B\uFEFF]/g, '')
    .replace(/\n$/, '');
}
