/**
 * Tells how high all that a page shows would like to be, in CSS pixels, whenever that grows. It never
 * shrinks while it is open, so that nothing moves under the pointer. What scrolls inside, marked with
 * `data-scrolls`, counts with its whole content.
 */
export function watchHeight(root: Element, tell: (height: number) => void): void {
  let most = 0;
  let frame = 0;
  const look = () => {
    frame = 0;
    const scrolled = root.querySelector('[data-scrolls]');
    const hidden = scrolled ? scrolled.scrollHeight - scrolled.clientHeight : 0;
    const height = Math.ceil(root.getBoundingClientRect().height + hidden + FRAME_BORDER);
    // Its buttons would move under the pointer.
    if (height <= most || hidden <= 0 || root.querySelector('footer:hover')) return;
    most = height;
    tell(height);
  };
  const later = () => {
    frame ||= requestAnimationFrame(look);
  };
  new MutationObserver(later).observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  new ResizeObserver(later).observe(root);
  for (const name of ['pointermove', 'pointerout'])
    addEventListener(name, later, { passive: true });
  later();
}

/** The frame's own edge, which is no part of the page in it. */
const FRAME_BORDER = 2;
