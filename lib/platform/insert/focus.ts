import type { Editable } from '../field/field';
import { deepActiveElement } from '../field/editable';
import { frameWorld } from '../field/frame-world';

export const FOCUS_EVENTS = ['focus', 'focusin', 'blur', 'focusout'] as const;

/** Gives the field the focus; `false` where the page does not let it have it. */
export function takeFocus(field: Editable): boolean {
  frameWorld.letGo?.();
  if (deepActiveElement() !== field) field.focus({ preventScroll: true });
  // A page that moves the focus on as soon as it hears of it does not hear of it the second time.
  if (deepActiveElement() !== field) unheard(() => field.focus({ preventScroll: true }));
  return deepActiveElement() === field;
}

function unheard(act: () => void): void {
  const stop = (event: Event) => event.stopImmediatePropagation();
  for (const type of FOCUS_EVENTS) window.addEventListener(type, stop, true);
  act();
  for (const type of FOCUS_EVENTS) window.removeEventListener(type, stop, true);
}
