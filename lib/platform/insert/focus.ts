import { deepActiveElement, type Editable, editableOf } from '../editable';

const FOCUS_EVENTS = ['focus', 'focusin', 'blur', 'focusout'] as const;
const BUBBLING: ReadonlySet<string> = new Set(['focusin', 'focusout']);
const GESTURES = new Set(['Tab', 'Enter', 'Escape', 'F6']);
/** Longer than from a press to the change of focus it causes, shorter than between two presses. */
const GESTURE_MS = 500;

let lettingGo = false;

/** Gives the field the focus; `false` where the page does not let it have it. */
export function takeFocus(field: Editable): boolean {
  lettingGo = true;
  if (deepActiveElement() !== field) field.focus({ preventScroll: true });
  // A page that moves the focus on as soon as it hears of it does not hear of it the second time.
  if (deepActiveElement() !== field) unheard(() => field.focus({ preventScroll: true }));
  lettingGo = false;
  return deepActiveElement() === field;
}

/**
 * Keeps the focus in our own overlay while a person is there, on pages that would take it: those
 * that trap it in a dialog hear nothing of it, and where a script puts it into a field, so that one
 * would type there, it comes back. A press or a Tab moves it as ever. Ends with the signal.
 */
export function keepFocus(root: ShadowRoot, signal: AbortSignal): void {
  const { host } = root;
  let gestureAt = -Infinity;
  let own: Element | null = null;
  const noteGesture = (event: Event) => {
    if (event instanceof KeyboardEvent && !GESTURES.has(event.key)) return;
    if (event.isTrusted) gestureAt = event.timeStamp;
  };
  const options = { capture: true, signal };
  // From outside, a closed root does not show which of its elements has the focus, or had it.
  const noteOwn = () => {
    own = root.activeElement ?? own;
  };
  root.addEventListener('focusin', noteOwn, options);
  window.addEventListener('pointerdown', noteGesture, options);
  window.addEventListener('keydown', noteGesture, options);
  for (const type of FOCUS_EVENTS) {
    window.addEventListener(
      type,
      (event) => {
        const inside = event.target === host;
        if (!inside && event.relatedTarget !== host) return;
        event.stopImmediatePropagation();
        noteOwn();
        if (!inside || !(own instanceof HTMLElement)) return;
        const byPerson = lettingGo || event.timeStamp - gestureAt < GESTURE_MS;
        if (type === 'blur' && !byPerson && takesText(event.relatedTarget)) own.focus();
        // Our own listeners still hear of it; it does not leave the shadow tree.
        else own.dispatchEvent(new FocusEvent(type, { bubbles: BUBBLING.has(type) }));
      },
      options,
    );
  }
}

function takesText(target: EventTarget | null): boolean {
  return editableOf(target) !== null || (target instanceof Element && target.shadowRoot !== null);
}

function unheard(act: () => void): void {
  const stop = (event: Event) => event.stopImmediatePropagation();
  for (const type of FOCUS_EVENTS) window.addEventListener(type, stop, true);
  act();
  for (const type of FOCUS_EVENTS) window.removeEventListener(type, stop, true);
}
