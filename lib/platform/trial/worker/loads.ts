import type { ShownName } from '../../../core/trial/shown';
import { TRIAL_PAGE } from '../../../core/trial/places';
import type { Hint } from '../../../core/trial/told';
import type { TrialElement } from './element';
import { loadsOfStyle } from './style';

/** What an element of a tag leads to. */
export interface Outside {
  show(name: ShownName, attributes: Record<string, string>, text?: string): void;
  hint(hint: Hint, url: string): void;
  /** Puts in the text of a frame that has one of its own. */
  take(html: string): void;
  /** Runs the text of a script. */
  run(script: TrialElement): void;
}

// HTML, 4.12.1: what else stands in `type` is data.
const JAVASCRIPT = /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma|j|live)script[\d.]*)$/i;
const MOST_FRAMES = 20;

/** An address as the page would ask for it; as it is where it is none. */
export function absolute(address: unknown): string {
  const text = String(address);
  return URL.canParse(text, TRIAL_PAGE) ? new URL(text, TRIAL_PAGE).href : text;
}

/** Says of elements what they load, each address once for each element. */
export function createLoads(outside: Outside) {
  const said = new WeakMap<TrialElement, string>();
  let frames = 0;

  function once(element: TrialElement, what: string, act: () => void): void {
    if (what.trim() === '' || said.get(element) === what) return;
    said.set(element, what);
    act();
  }

  function show(element: TrialElement, name: ShownName, ...wanted: string[]): void {
    const attributes: Record<string, string> = {};
    for (const key of wanted) {
      const value = element.getAttribute(key);
      if (value !== null) attributes[key] = value;
    }
    const { src, srcset, poster, background, href } = attributes;
    const what = [src, srcset, poster, background, href].filter(Boolean).join(' ');
    once(element, what, () => outside.show(name, attributes));
  }

  function frame(element: TrialElement, attribute: string): void {
    const inside = element.localName === 'iframe' ? element.getAttribute('srcdoc') : null;
    if (inside !== null) {
      once(element, inside, () => {
        // What stands in it is asked for as in the tag itself; a frame in a frame in a frame has an end.
        frames += 1;
        if (frames <= MOST_FRAMES) outside.take(inside);
      });
      return;
    }
    const address = (element.getAttribute(attribute) ?? '').trim();
    if (/^(?:about|javascript|data|blob):/i.test(address)) return;
    once(element, address, () => outside.hint('frame', absolute(address)));
  }

  function link(element: TrialElement): void {
    const rel = (element.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
    const href = element.getAttribute('href') ?? '';
    if (rel.includes('stylesheet') || rel.includes('icon')) show(element, 'link', 'href');
    else if (rel.some((word) => /^(?:dns-prefetch|pre\w+|modulepreload)$/.test(word))) {
      once(element, href, () => outside.hint('connect', absolute(href)));
    }
  }

  function script(element: TrialElement): void {
    if (element.isDone || !JAVASCRIPT.test((element.getAttribute('type') ?? '').trim())) return;
    if (element.hasAttribute('src')) {
      element.isDone = true;
      show(element, 'script', 'src');
    } else if (element.textContent.trim() !== '') {
      element.isDone = true;
      outside.run(element);
    }
  }

  /** What an element loads now. Images load wherever they are, others once they are in the document. */
  function consider(element: TrialElement): void {
    const { localName: name } = element;
    if (name === 'img') show(element, 'img', 'src', 'srcset', 'sizes');
    const style = loadsOfStyle(element.style) || (element.getAttribute('style') ?? '');
    if (!element.isConnected) return;
    if (/url\(/i.test(style)) once(element, style, () => outside.show('div', { style }));
    if (name === 'script') script(element);
    else if (name === 'link') link(element);
    else if (name === 'style') {
      once(element, element.textContent, () => outside.show('style', {}, element.textContent));
    } else if (name === 'video') show(element, 'video', 'src', 'poster');
    else if (name === 'audio') show(element, 'audio', 'src');
    else if (name === 'source' && /^(?:video|audio)$/.test(parentOf(element))) {
      show(element, 'audio', 'src');
    } else if (name === 'input' && element.getAttribute('type')?.toLowerCase() === 'image') {
      show(element, 'input', 'src');
    } else if (name === 'image') show(element, 'image', 'href');
    else if (element.hasAttribute('background')) show(element, 'table', 'background');
    else if (name === 'object') frame(element, 'data');
    else if (/^(?:i?frame|embed)$/.test(name)) frame(element, 'src');
    else if (name === 'meta') refresh(element);
  }

  function refresh(element: TrialElement): void {
    if (element.getAttribute('http-equiv')?.toLowerCase() !== 'refresh') return;
    const [, url] =
      /^\s*[\d.]+\s*[;,]\s*(?:url\s*=)?\s*["']?([^"']+)/i.exec(
        element.getAttribute('content') ?? '',
      ) ?? [];
    if (url !== undefined) once(element, url, () => outside.hint('page', absolute(url)));
  }

  return { consider };
}

function parentOf({ parentNode }: TrialElement): string {
  return parentNode?.localName ?? '';
}
