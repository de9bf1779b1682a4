import { type Shown, shownAttributes } from '../../core/trial/shown';

/** How long an element may take to say that it was held back, in milliseconds; styles say nothing. */
const MOST_MS = 150;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Puts an element into the sandboxed page, whose policy holds back what it loads, and gives what was held back, each
 * address once: the directive and the address.
 */
export async function showElement(shown: Shown): Promise<readonly (readonly [string, string])[]> {
  const held = new Map<string, readonly [string, string]>();
  const hear = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) =>
    held.set(`${effectiveDirective} ${blockedURI}`, [effectiveDirective, blockedURI]);
  document.addEventListener('securitypolicyviolation', hear);
  const element = elementOf(shown);
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(late);
      resolve();
    };
    const late = setTimeout(done, MOST_MS);
    // The word of the policy comes before that of the element.
    if (shown.show !== 'video') element.addEventListener('error', done, { once: true });
    document.body.append(element);
    // Now styles are looked at, and load.
    element.getBoundingClientRect();
  });
  document.removeEventListener('securitypolicyviolation', hear);
  element.remove();
  return [...held.values()];
}

function elementOf(shown: Shown): Element {
  const { show, text } = shown;
  const element =
    show === 'image' ? document.createElementNS(SVG, show) : document.createElement(show);
  if (show === 'link') element.setAttribute('rel', 'stylesheet');
  if (show === 'input') element.setAttribute('type', 'image');
  if (show === 'style') element.textContent = text;
  for (const [name, value] of shownAttributes(shown)) element.setAttribute(name, value);
  if (show !== 'image') return element;
  const svg = document.createElementNS(SVG, 'svg');
  svg.append(element);
  return svg;
}
