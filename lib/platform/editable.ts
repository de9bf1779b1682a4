/** A field a tag can be typed into. */
export type Editable = HTMLInputElement | HTMLTextAreaElement | HTMLElement;

/** The editable field that is or holds this element, or `null`. */
export function editableOf(target: EventTarget | null): Editable | null {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) return target;
  return target instanceof HTMLElement && target.isContentEditable ? target : null;
}

/** The focused element, also inside open shadow roots. */
export function deepActiveElement(root: Document | ShadowRoot = document): Element | null {
  const active = root.activeElement;
  return active?.shadowRoot ? deepActiveElement(active.shadowRoot) : active;
}

const memory: { piggybackField?: WeakRef<Editable> } & typeof globalThis = globalThis;

/**
 * The field the person was in, kept where both of our content scripts in a frame can reach it (they
 * share one isolated world; the page does not see it).
 */
export function rememberField(field: Editable): void {
  memory.piggybackField = new WeakRef(field);
}

export function rememberedField(): Editable | null {
  const field = memory.piggybackField?.deref();
  return field?.isConnected ? field : null;
}
