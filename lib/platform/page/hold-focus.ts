const TABBED = 'a[href],button,input,select,textarea,summary,[tabindex]:not([tabindex="-1"])';

/**
 * Keeps the focus in this frame's page somewhere: a browser takes it off its control while the page
 * around has it, and Tab would lead out of the frame, where a page's script decides what comes next.
 * `begin` gives it to the first control: one that got it while the frame was without was told to nobody.
 */
export function holdFocus(begin: () => void): void {
  let last: HTMLElement | null = null;
  addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) last = target;
  });
  addEventListener('focus', () => {
    const isLost = document.activeElement === document.body;
    if (!isLost) return;
    if (last?.isConnected) last.focus({ preventScroll: true });
    // It has gone, or cannot have it any more.
    if (document.activeElement === document.body) begin();
  });
  // A key that is held down presses a button once, and not the next one that has the focus.
  addEventListener(
    'keydown',
    (event) => {
      const isButton = event.target instanceof HTMLButtonElement;
      const isPress = event.key === 'Enter' || event.key === ' ' || event.key === 'Escape';
      if (!event.repeat || !isPress || (!isButton && event.key !== 'Escape')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
  addEventListener('keydown', (event) => {
    if (event.key !== 'Tab' || event.defaultPrevented) return;
    const stops = [...document.querySelectorAll<HTMLElement>(TABBED)].filter(isStop);
    const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    if (document.activeElement !== from || !to) return;
    event.preventDefault();
    to.focus();
  });
}

// Of a group of radio buttons only the chosen one is a stop.
function isStop(element: HTMLElement): boolean {
  if (element.matches(':disabled') || !element.checkVisibility({ visibilityProperty: true })) {
    return false;
  }
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
  const group = [...document.getElementsByName(element.name)];
  return element.checked || !group.some((one) => one instanceof HTMLInputElement && one.checked);
}
