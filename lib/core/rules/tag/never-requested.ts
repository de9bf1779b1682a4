import type { About, TagContext, TagRule } from '../rule';
import { attributeAround, elementName } from './element';
import { linkElement, nameOfLink } from './link-element';

// A `<source>` there has `srcset`.
const IN_PICTURE = /<picture\b[^<>]*>(?:(?!<\/?(?:picture|video|audio)\b)[^])*$/i;
const LONGEST_BEFORE = 300;

/** A browser asks for what stands there. */
export const neverRequested: TagRule = {
  kind: 'tag',
  code: 'never-requested',
  severity: 'error',
  look: (context) => {
    const element = namedIn(context);
    return element === null ? null : { at: context.tag.urlRange, values: { element } };
  },
  seen: ({ element }) => `No browser asks for the address that stands in ${element ?? ''}.`,
  next: 'Put it in as an image: <img src="…">.',
};

function namedIn(context: TagContext): string | null {
  const { tag } = context;
  if (tag.carrier !== 'other-element' || tag.inComment) return null;
  const link = linkElement(context);
  if (link) return link.kind === 'named' ? nameOfLink(link) : null;
  const element = elementName(context);
  const attribute = attributeAround(context)?.name;
  if (element === 'base' && attribute === 'href') return '<base>';
  return element === 'source' && attribute === 'src' && isInPicture(context)
    ? 'src of a <source> in <picture>'
    : null;
}

/** Whether the element stands in a `<picture>`. */
export function isInPicture({ tag, text }: TagContext): boolean {
  const { start } = tag.element;
  return IN_PICTURE.test(text.slice(Math.max(0, start - LONGEST_BEFORE), start));
}

export const about: About = {
  why: 'preconnect and dns-prefetch only prepare a connection to the host; canonical, alternate and others tell of an address. Nothing is counted.',
  bad: '<link rel="preconnect" href="https://ib.adnxs.com/imptr?id=531&t=2">',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
