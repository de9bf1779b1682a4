/** Whether a person, or a page in their place, has edited anything since. */
export interface Touch {
  isTouched: boolean;
}

const EDITS = ['beforeinput', 'input', 'paste', 'cut', 'drop'];
const EDITING_KEYS = new Set(['Backspace', 'Delete', 'Enter']);

/**
 * Notes any edit in this document from now on: a browser's undo belongs to the whole of it, so after
 * one the last step is no longer ours. Ends with the signal.
 */
export function watchTouch(signal: AbortSignal): Touch {
  const touch: Touch = { isTouched: false };
  const options = { capture: true, passive: true, signal };
  const note = (event: Event) => {
    if (event.isTrusted) touch.isTouched = true;
  };
  for (const name of EDITS) document.addEventListener(name, note, options);
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key.length === 1 || EDITING_KEYS.has(event.key)) note(event);
    },
    options,
  );
  return touch;
}
