import type { PagePlace } from '../../recording/page-look';
import type { PageContext } from '../rule';

/** The value of an attribute of what a place is or stands in; `null` where it has none of that name. */
export function attributeOfPlace({ attributes }: PagePlace, name: string): string | null {
  return attributes.find((one) => one.name === name)?.value ?? null;
}

const LOADED: Readonly<Record<string, RegExp>> = {
  src: /^(?:img|script|i?frame|embed|video|audio|source|track|input|amp-pixel)$/,
  srcset: /^(?:img|source)$/,
  imagesrcset: /^link$/,
  poster: /^video$/,
  data: /^object$/,
  srcdoc: /^iframe$/,
  href: /^(?:link|image|use|feimage|script)$/i,
  'xlink:href': /^(?:image|use|feimage|script)$/i,
  background: /^(?:body|table|t[rdh]|tbody|thead|tfoot)$/,
};

/** Whether a browser loads, or runs, what stands in an attribute of an element of this name. */
export function isLoadedFrom(element: string, attribute: string): boolean {
  if (attribute === 'style' || attribute.startsWith('on')) return true;
  return Object.hasOwn(LOADED, attribute) && LOADED[attribute]?.test(element) === true;
}

// What was to be markup, taken for code: it begins with a tag or an end of one.
const MARKUP = /^\s*<(?:!--|\/?[a-z][\w-]*[\s/>])/i;

/** Whether the place is in the text of a script that has an address of its own: that text is never run. */
export function isSwallowed(place: PagePlace): boolean {
  const isScript = place.kind === 'text' && place.name === 'script';
  return isScript && attributeOfPlace(place, 'src') !== null && MARKUP.test(place.text);
}

// Where the page's own end stands in a script, nothing before it has ended the script.
const END_OF_PAGE = /<\/(?:body|html)\s*>\s*$/i;

/** Whether a script of the page was still open where the page ends. */
export function isUnclosed({ name, isLast, text, isCut }: PagePlace): boolean {
  return name === 'script' && isLast && !isCut && END_OF_PAGE.test(text);
}

/** Whether code of the page holds the tag: a script's text, or an attribute such as `onload`. */
export function isCode({ place, attribute }: PageContext): boolean {
  return place.kind === 'text' ? place.name === 'script' : (attribute ?? '').startsWith('on');
}
