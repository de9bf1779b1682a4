import { editableOf } from '../editable';
import { frameWorld } from '../field/frame-world';
import { FOCUS_EVENTS } from '../insert/focus';
import type { BuilderFrame } from './builder-frame';

const GESTURES = new Set(['Tab', 'Enter', 'Escape', 'F6']);
/** Longer than from a press to the change of focus it causes, shorter than between two presses. */
const GESTURE_MS = 500;

/**
 * Keeps the focus in the builder's frame while a person is there, on pages that would take it: those
 * that trap it in a dialog hear nothing of it, and one whose script puts it into a field, so that one
 * would type there, is made inert for as long as the person stays. A press or a Tab moves it as ever.
 * Ends with the signal.
 */
export function keepFocus({ host, frame, setModal }: BuilderFrame, signal: AbortSignal): void {
  let gestureAt = -Infinity;
  let isInside = false;
  const noteGesture = (event: Event) => {
    if (event instanceof KeyboardEvent && !GESTURES.has(event.key)) return;
    if (event.isTrusted) gestureAt = event.timeStamp;
  };
  const options = { capture: true, signal };
  window.addEventListener('pointerdown', noteGesture, options);
  window.addEventListener('keydown', noteGesture, options);
  const letGo = () => {
    // First: the dialog gives the focus back to who had it before.
    isInside = false;
    setModal(false);
  };
  frameWorld.letGo = letGo;
  signal.addEventListener('abort', () => {
    if (frameWorld.letGo === letGo) delete frameWorld.letGo;
  });
  // Who goes into another document is seen there only: nothing here tells of it in every browser.
  const look = () => {
    if (signal.aborted) return;
    if (document.activeElement === host) isInside = true;
    requestAnimationFrame(look);
  };
  look();

  for (const type of FOCUS_EVENTS) {
    window.addEventListener(
      type,
      (event) => {
        if (!(event instanceof FocusEvent)) return;
        if (event.target === host || event.relatedTarget === host) {
          event.stopImmediatePropagation();
          if (event.target === host && type === 'focus') isInside = true;
        }
        if (type !== 'focus' || event.target === host || !isInside) return;
        const isGesture = event.timeStamp - gestureAt < GESTURE_MS;
        // Firefox tells it of the document and the window first, whatever in them is to get it.
        if (!(isGesture || event.target instanceof Element)) return;
        if (isGesture || !takesText(event.target)) {
          isInside = false;
          return;
        }
        event.stopImmediatePropagation();
        setModal(true);
        frame.focus({ preventScroll: true });
      },
      options,
    );
  }
}

function takesText(target: EventTarget | null): boolean {
  return editableOf(target) !== null || (target instanceof Element && target.shadowRoot !== null);
}
