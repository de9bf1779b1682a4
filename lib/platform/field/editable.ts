import type { Editable } from './field';
import { frameWorld } from './frame-world';
import { CODE_EDITORS } from '../insert/code-editor';

/** The editable field that is, or holds, this element; or `null`. */
export function editableOf(target: EventTarget | null): Editable | null {
  if (isControl(target)) return target;
  if (!(target instanceof HTMLElement)) return null;
  if (target.isContentEditable) return editingHost(target);
  for (const { box, keys } of CODE_EDITORS) {
    const found = target.closest(box)?.querySelector(keys);
    if (found instanceof HTMLElement) return found;
  }
  return null;
}

export function isControl(
  target: EventTarget | null,
): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}

/** What a person sees as the field: for a code editor, the whole of it and not its hidden input. */
export function boxOf(field: Editable): HTMLElement {
  for (const { box, keys } of CODE_EDITORS) {
    const found = field.matches(keys) && field.closest(box);
    if (found instanceof HTMLElement) return found;
  }
  return field;
}

/** The focused element, also inside open shadow roots. */
export function deepActiveElement(root: Document | ShadowRoot = document): Element | null {
  const active = root.activeElement;
  return active?.shadowRoot ? deepActiveElement(active.shadowRoot) : active;
}

function editingHost(element: HTMLElement): HTMLElement {
  let host = element;
  while (host.parentElement?.isContentEditable) host = host.parentElement;
  return host;
}

/** Remembers the field the person was in, and from now on where its cursor stands. */
export function rememberField(field: Editable): void {
  frameWorld.remembered = new WeakRef(field);
  document.addEventListener('selectionchange', followCaret);
  followCaret();
}

/** The field the person was in last, while it is in the page. */
export function rememberedField(): Editable | null {
  const field = frameWorld.remembered?.deref();
  return field?.isConnected ? field : null;
}

/** Where the cursor was last seen in this field, while that place is still there. */
export function rememberedCaret(field: Editable): Range | null {
  const caret = frameWorld.carets.get(field);
  return caret && field.contains(caret.startContainer) ? caret : null;
}

/** The selection that reaches into the field's tree: an open shadow root may have its own. */
export function selectionAt(field: Editable): Selection | null {
  const root: Node & { getSelection?(): Selection | null } = field.getRootNode();
  return root.getSelection?.() ?? document.getSelection();
}

function followCaret(): void {
  const field = frameWorld.remembered?.deref();
  if (!field || isControl(field)) return;
  const selection = selectionAt(field);
  if (!selection?.rangeCount) return;
  const range = selection.getRangeAt(0);
  if (field.contains(range.commonAncestorContainer)) {
    frameWorld.carets.set(field, range.cloneRange());
  }
}
