import { OVERLAY_MARK } from './our-host';
import { swallowRepeats } from './swallow-repeats';

/**
 * Escape closes the builder also from the page, where the focus is after an insertion. In its frame
 * the builder's own controls come first.
 */
export function closeByEscape(close: () => void, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !event.isTrusted) return;
    if (event.target instanceof Element && event.target.hasAttribute(OVERLAY_MARK)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // Held down, it would close what of the page comes next.
    swallowRepeats();
    close();
  };
  window.addEventListener('keydown', onKey, { capture: true, signal });
}
