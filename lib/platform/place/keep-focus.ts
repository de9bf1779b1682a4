import { eachFrame } from '../field/each-frame';
import { frameWorld } from '../field/frame-world';
import { FOCUS_EVENTS } from '../insert/focus';
import type { BuilderFrame } from './builder-frame';

const GESTURES = new Set(['Tab', 'Enter', 'Escape', 'F6']);
/** Longer than from a press to the change of focus it causes, shorter than between two presses. */
const GESTURE_MS = 500;
/** Longer than a window that comes to the front takes to give its focus to one of its documents. */
const SETTLE_MS = 1000;

export interface FocusKeeper {
  /** Brings the focus into the frame; the press that opened it is no reason to let it go again. */
  enter(): void;
}

/**
 * Keeps the focus in the builder's frame while a person is there, on pages that would take it: those
 * that trap it in a dialog hear nothing of it, and one whose script takes it off the frame, so that one
 * would type in the page, is made inert for as long as the person stays. A press or a Tab moves it as ever.
 * `isPressed`: it was opened by a press in the page, whose window is in front. Ends with the signal.
 */
export function keepFocus(
  { host, focus, setModal, whenThere }: BuilderFrame,
  isPressed: boolean,
  signal: AbortSignal,
): FocusKeeper {
  let gestureAt = -Infinity;
  let isInside = false;
  // A window that comes to the front again, as when a popup closes, settles its focus by itself.
  let inFrontSince = isPressed ? -Infinity : Infinity;
  const isSettled = (at: number) => at - inFrontSince > SETTLE_MS;
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
  const takeBack = () => {
    setModal(true);
    focus();
  };
  const isGesture = (at: number) => at - gestureAt < GESTURE_MS;
  // Who goes into another document is seen there only: nothing here tells of it in every browser.
  eachFrame(() => {
    const active = document.activeElement;
    if (!document.hasFocus()) inFrontSince = Infinity;
    else inFrontSince = Math.min(inFrontSince, performance.now());
    const isElsewhere = active !== document.body && active !== document.documentElement;
    if (active === host) isInside = true;
    else if (isInside && active && isElsewhere && isSettled(performance.now())) {
      const isPointed = isFrameUnderPointer() || active.matches(':hover');
      if (isGesture(performance.now()) || isPointed) isInside = false;
      else takeBack();
    }
  }, signal);

  for (const type of FOCUS_EVENTS) {
    window.addEventListener(
      type,
      (event) => {
        if (!(event instanceof FocusEvent)) return;
        if (event.target === host || event.relatedTarget === host) {
          event.stopImmediatePropagation();
          if (event.target === host && type === 'focus') isInside = true;
        }
        // Taken off the frame, or put elsewhere. Firefox tells it of the document and the window first.
        // A window that goes behind another loses its focus to nobody here.
        const isTaken =
          type === 'blur' &&
          event.relatedTarget === null &&
          event.target === host &&
          document.hasFocus() &&
          isSettled(event.timeStamp);
        const isPut = type === 'focus' && event.target instanceof Element && event.target !== host;
        if (!isInside || !(isTaken || isPut)) return;
        if (isGesture(event.timeStamp) || (isTaken && isFrameUnderPointer())) {
          isInside = false;
          return;
        }
        // What is typed next would be the page's.
        event.stopImmediatePropagation();
        takeBack();
      },
      options,
    );
  }

  return {
    enter: () =>
      whenThere(() => {
        gestureAt = -Infinity;
        isInside = true;
        focus();
      }),
  };
}

// A press in another frame is not heard here; the pointer is over it then.
function isFrameUnderPointer(): boolean {
  return document.querySelector('iframe:hover, frame:hover') !== null;
}
