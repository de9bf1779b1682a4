import type { Box } from '../button/place-button';
import { eachFrame } from './each-frame';

/**
 * Tells where an element stands in the viewport, now and whenever that changes, for whatever reason:
 * it is looked at once in each frame the browser draws. `null` once it has left the document. Ends
 * with the signal.
 */
export function followBox(
  element: Element,
  tell: (box: Box | null) => void,
  signal: AbortSignal,
): void {
  let last = 'never';
  eachFrame(() => {
    const box = element.isConnected ? boxOfRect(element.getBoundingClientRect()) : null;
    const key = box ? `${box.left} ${box.top} ${box.right} ${box.bottom}` : '';
    if (key !== last) {
      last = key;
      tell(box);
    }
  }, signal);
}

function boxOfRect({ left, top, right, bottom }: DOMRect): Box {
  return { left, top, right, bottom };
}
