import type { Page } from 'puppeteer-core';

/** WCAG 2.2, 2.5.8: the least width and height of what is pressed. */
const LEAST_PX = 24;

/**
 * What is wrong with what a page shows: that it is wider than its window, and of what can be pressed a box below
 * 24 × 24 px that has no room round it either, words beyond its edge, nothing that is seen, or a place where no
 * scrolling brings all of it into sight.
 */
export async function badLayout(page: Page): Promise<readonly string[]> {
  return page.evaluate(findBadLayout, LEAST_PX);
}

// In one question: each takes about as long as all that is done here.
async function findBadLayout(least: number): Promise<string[]> {
  // A list hears of its new width after a frame, and draws its rows for that in the next.
  for (let frame = 0; frame < 3; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  interface Target {
    readonly element: Element;
    readonly box: Box;
  }
  const PRESSED =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, ' +
    '[role=option]:not([aria-disabled=true]), [role=tab], [role=checkbox], [role=radio]';
  const EDGE = 1;

  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.getClientRects().length > 0 &&
    element.closest('.pb-hidden') === null;
  /** A link in the middle of a sentence is as high as its line. */
  const isInSentence = (element: Element) =>
    getComputedStyle(element).display.startsWith('inline') &&
    element.matches('a, .pb-rule-link') &&
    [...(element.parentElement?.childNodes ?? [])].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
  const around = (a: Box, b: Box): Box => ({
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  });
  /** The label of a box to tick is pressed as well as the box. */
  const boxOf = (element: Element): Box => {
    const own = element.getBoundingClientRect();
    const label = element.matches('[type=checkbox], [type=radio], [type=file]')
      ? element.closest('label')
      : null;
    return label ? around(own, label.getBoundingClientRect()) : own;
  };
  const dialog = document.querySelector('dialog[open]');
  const targets: Target[] = [...(dialog ?? document).querySelectorAll(PRESSED)]
    .filter((element) => isShown(element) && !isInSentence(element))
    .map((element) => ({ element, box: boxOf(element) }));

  const isSmall = ({ box }: Target) =>
    box.right - box.left < least - 0.01 || box.bottom - box.top < least - 0.01;
  const centre = ({ box }: Target) => ({
    x: (box.left + box.right) / 2,
    y: (box.top + box.bottom) / 2,
  });
  const distance = (from: Target, to: Target) => {
    const at = centre(from);
    const far = isSmall(to) ? centre(to) : null;
    if (far) return Math.hypot(at.x - far.x, at.y - far.y) - least / 2;
    const x = Math.max(to.box.left - at.x, 0, at.x - to.box.right);
    const y = Math.max(to.box.top - at.y, 0, at.y - to.box.bottom);
    return Math.hypot(x, y);
  };
  const isCrowded = (target: Target) =>
    targets.some((other) => other !== target && distance(target, other) < least / 2);

  /** How it is cut off by what is round it, where that does not scroll. */
  const cutBy = ({ element, box }: Target): Element | null => {
    const scrolls = { x: false, y: false };
    for (let at = element.parentElement; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      const edge = at.getBoundingClientRect();
      if (/auto|scroll/.test(style.overflowX)) scrolls.x = true;
      if (/auto|scroll/.test(style.overflowY)) scrolls.y = true;
      const hides = (overflow: string) => /hidden|clip/.test(overflow);
      const isBeside = box.left < edge.left - EDGE || box.right > edge.right + EDGE;
      const isBelow = box.top < edge.top - EDGE || box.bottom > edge.bottom + EDGE;
      if (!scrolls.x && hides(style.overflowX) && isBeside) return at;
      if (!scrolls.y && hides(style.overflowY) && isBelow) return at;
    }
    const page = document.documentElement;
    if (!scrolls.x && (box.left < -EDGE || box.right > page.clientWidth + EDGE)) return page;
    return null;
  };

  const nameOf = ({ element, box }: Target) => {
    const size = `${(box.right - box.left).toFixed(1)} × ${(box.bottom - box.top).toFixed(1)}`;
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40);
    return `${element.tagName.toLowerCase()}.${element.className} “${name}” ${size}`;
  };
  const isTooNarrow = ({ element }: Target) =>
    element.matches('button, a') &&
    element.clientWidth > 0 &&
    element.scrollWidth > element.clientWidth + EDGE;
  /** Neither a word nor a picture tells that it is there. */
  const isBlank = ({ element }: Target) =>
    element instanceof HTMLElement &&
    element.matches('button, a') &&
    element.innerText.trim() === '' &&
    ![...element.querySelectorAll('svg, img')].some(isShown);
  const { scrollWidth, clientWidth } = document.documentElement;
  const beyond = scrollWidth - clientWidth;
  const wide = beyond === 0 ? [] : [`the page is ${beyond} px wider than its window`];
  const bad = targets.flatMap((target) => {
    const cut = cutBy(target);
    return [
      ...(isSmall(target) && isCrowded(target) ? [`small: ${nameOf(target)}`] : []),
      ...(isBlank(target) ? [`shows nothing: ${nameOf(target)}`] : []),
      ...(isTooNarrow(target) ? [`words beyond its edge: ${nameOf(target)}`] : []),
      ...(cut ? [`cut off by .${cut.className}: ${nameOf(target)}`] : []),
    ];
  });
  return [...wide, ...bad];
}
