/** Puts the focus on the first element within that any of the selectors finds, in their order. */
export function focusIn(box: Element | null, ...selectors: readonly string[]): void {
  for (const selector of selectors) {
    const found = box?.querySelector(selector);
    if (found instanceof HTMLElement) return found.focus();
  }
}
