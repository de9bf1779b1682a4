import type { FieldTraits } from '../../core/console/pixel-field';
import { boxOf, editableOf, isControl } from './editable';
import type { Field } from './field';
import {
  holdsAny,
  localNameOf,
  matches,
  parentElementOf,
  previousSiblingOf,
  rootOf,
  textOf,
} from './unclobbered';

const NAMES = ['name', 'id', 'formcontrolname', 'ng-model', 'data-testid'];
const HINTS = ['placeholder', 'data-placeholder', 'title'];
const TYPED = 'textarea,select,input:not([type=checkbox],[type=radio],[type=hidden],[type=button])';
const LONGEST_LABEL = 120;

/** The field that is, holds or shows this element, or `null`. Read-only ones take no tag. */
export function fieldAt(target: EventTarget | null): Field | null {
  const editable = editableOf(target);
  if (!editable) return null;
  const shell = boxOf(editable);
  // Editors keep their hidden input read-only at times.
  const isOff = isControl(editable) && (editable.disabled || editable.readOnly);
  return isOff && shell === editable ? null : { editable, shell };
}

/** What the markup around a field says about it. */
export function traitsOf({ editable, shell }: Field): FieldTraits {
  const input = editable instanceof HTMLInputElement ? editable : null;
  const area = editable instanceof HTMLTextAreaElement;
  const control = isControl(editable) ? editable : null;
  const sources = [editable, ...(shell === editable ? [] : [shell, ...hiddenField(shell)])];
  const wrappers = wrappersOf(shell);
  const labels = [
    ...sources.flatMap(labelsOf),
    ...attributes(wrappers, ['label', 'aria-label']),
  ].filter(isShort);
  // Editors name themselves ("Editor content"), which says nothing of what they are for.
  const needsMore = labels.length === 0 || shell !== editable || !control;
  return {
    kind: input ? 'input' : area && shell === editable ? 'textarea' : 'editable',
    inputType: input?.type ?? '',
    maxLength: control && control.maxLength >= 0 ? control.maxLength : null,
    labels: [
      ...labels,
      ...(needsMore ? [textBefore(shell)] : []),
      ...attributes(sources, HINTS),
    ].filter(isShort),
    names: attributes([...sources, ...wrappers], NAMES),
    value: (control?.value ?? shell.textContent ?? '').slice(0, 2000),
    host: hostOfFrame(),
  };
}

/** Host name of the page, also in a frame without an address of its own. */
export function hostOfFrame(): string {
  return location.hostname || new URL(document.baseURI).hostname;
}

function labelsOf(element: Element): readonly string[] {
  const root = element.getRootNode();
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const byId = ids.map((id) =>
    root instanceof Document || root instanceof ShadowRoot ? root.getElementById(id) : null,
  );
  // To ask for `labels` is to have the whole page searched.
  const mayHaveOwn = isControl(element) && (element.id || element.closest('label'));
  const own = mayHaveOwn ? [...(element.labels ?? [])] : [];
  const texts = [...own, ...byId].map((label) => (label ? textBeside(label, element) : ''));
  return [...texts, ...attributes([element], ['aria-label'])];
}

// What a text area holds in the beginning is text of the label round it, and none of its name.
function textBeside(label: Element, element: Element): string {
  if (!label.contains(element)) return label.textContent ?? '';
  const nodes = [...label.childNodes].filter((node) => !node.contains(element));
  return nodes.map(textOf).join(' ');
}

// Editors that replace a text area leave it, hidden, right beside themselves.
function hiddenField(shell: Element): readonly Element[] {
  const beside = [shell.previousElementSibling, shell.nextElementSibling];
  return beside.filter((element) => element instanceof HTMLTextAreaElement);
}

// Custom elements around a field often carry its label: `<material-input label="…">`.
function wrappersOf(element: Element): readonly Element[] {
  const wrappers: Element[] = [];
  let at = parentOf(element);
  for (let up = 0; at && up < 6; up += 1) {
    if (localNameOf(at).includes('-')) wrappers.push(at);
    at = parentOf(at);
  }
  return wrappers;
}

/** The parent, from a shadow root on to its host. */
export function parentOf(element: Element): Element | null {
  const root = rootOf(element);
  return parentElementOf(element) ?? (root instanceof ShadowRoot ? root.host : null);
}

// The nearest text in front that belongs to no other field: a table's header or the cell before, a
// caption without a `for`, the legend of a group.
function textBefore(element: Element): string {
  let at: Element | null = element;
  for (let up = 0; at && up < 5 && at !== document.body; up += 1) {
    const header = at instanceof HTMLTableCellElement ? columnHeader(at) : '';
    if (header) return header;
    for (let node = previousSiblingOf(at); node; node = previousSiblingOf(node)) {
      if (node instanceof Element) {
        if (matches(node, 'script,style')) continue;
        if (matches(node, TYPED) || holdsAny(node, TYPED)) return '';
      }
      const text = node instanceof Comment ? '' : textOf(node).trim();
      if (text) return text;
    }
    at = parentOf(at);
  }
  return '';
}

function columnHeader(cell: HTMLTableCellElement): string {
  const head = cell.closest('table')?.tHead?.rows[0];
  return head?.cells[cell.cellIndex]?.textContent?.trim() ?? '';
}

function attributes(elements: readonly Element[], names: readonly string[]): readonly string[] {
  return elements.flatMap((element) =>
    names.map((name) => element.getAttribute(name) ?? '').filter(Boolean),
  );
}

function isShort(text: string): boolean {
  return text.trim() !== '' && text.length <= LONGEST_LABEL;
}
