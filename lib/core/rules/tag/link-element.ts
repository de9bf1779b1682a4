import type { TagContext } from '../rule';
import { attributeIn, attributeAround, elementName, openingOf } from './element';

/** Loaded when the page is, and once. */
const LOADED = ['stylesheet'];

/** Loaded, but when and how often is the browser's to decide; an icon, or a manifest, not within a frame. */
const HINTS = [
  'preload',
  'modulepreload',
  'prefetch',
  'prerender',
  'icon',
  'apple-touch-icon',
  'apple-touch-icon-precomposed',
  'mask-icon',
  'manifest',
];

/** What a `<link>` is to a browser, as its `rel` says. */
export interface LinkElement {
  readonly rel: string;
  readonly kind: 'loaded' | 'hint' | 'named';
}

/** The `<link>` whose address the URL is; `null` where it is none. */
export function linkElement(context: TagContext): LinkElement | null {
  const { tag } = context;
  if (tag.carrier !== 'other-element' || tag.inComment || elementName(context) !== 'link') {
    return null;
  }
  const opening = openingOf(context);
  if (!opening || !/^(?:href|imagesrcset)$/.test(attributeAround(context)?.name ?? '')) {
    return null;
  }
  const rel = (attributeIn(opening, 'rel')?.value ?? '').trim().toLowerCase();
  const words = rel.split(/\s+/);
  if (words.some((word) => LOADED.includes(word))) return { rel, kind: 'loaded' };
  return { rel, kind: words.some((word) => HINTS.includes(word)) ? 'hint' : 'named' };
}

/** The element as a sentence names it. */
export function nameOfLink({ rel }: LinkElement): string {
  return rel === '' ? '<link>' : `<link rel="${rel}">`;
}
