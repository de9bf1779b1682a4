/**
 * Escape closes the builder also from the page, where the focus is after an insertion. In its frame
 * the builder's own controls come first.
 */
export function closeByEscape(host: HTMLElement, close: () => void, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !event.isTrusted || event.target === host) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    close();
  };
  window.addEventListener('keydown', onKey, { capture: true, signal });
}
