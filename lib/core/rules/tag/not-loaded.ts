import type { About, TagContext, TagRule } from '../rule';
import { attributeOf, attributeAround, elementName } from './element';
import { isRefresh } from './navigates';

// What is a description or a value to a browser, and never an address.
const NEVER =
  /^(?:data-.+|alt|title|value|content|label|placeholder|cite|longdesc|aria-.+|lowsrc|dynsrc)$/;

// `<img href>`, `<img scr>`, `<script url>`: these elements load what stands in a few attributes and no others.
const ELEMENTS = /^(?:img|script|iframe|frame|embed|video|audio|amp-pixel)$/;
const LOADED = /^(?:src|srcset|poster|style|srcdoc|background|on.+)$/;

// A word before it, as in `content="0;url=…"`.
const WORD_BEFORE = /^[^=]*=\s*\\*["']?[\w\s;:,=-]{0,30}$/;

/** The URL stands where a browser loads it from. */
export const notLoaded: TagRule = {
  kind: 'tag',
  code: 'not-loaded',
  severity: 'warning',
  look: (context) => {
    const { tag } = context;
    if (tag.carrier !== 'other-element' || tag.inComment || isRefresh(context)) return null;
    const attribute = attributeHere(context);
    if (attribute === null) return null;
    const isOther = ELEMENTS.test(elementName(context) ?? '') && !LOADED.test(attribute);
    return isOther || NEVER.test(attribute) ? { at: tag.urlRange, values: { attribute } } : null;
  },
  seen: ({ attribute }) => `The URL stands in ${attribute ?? ''}, which no browser loads.`,
  next: 'Put it in src; or make sure that the page has a script which does, before the ad is counted.',
};

function attributeHere(context: TagContext): string | null {
  const own = attributeAround(context);
  if (!own) return attributeOf(context);
  const before = context.text.slice(own.start, context.tag.urlRange.start);
  return WORD_BEFORE.test(before) ? own.name : null;
}

export const about: About = {
  why: 'Lazy loaders copy data-src to src when the image comes into view. Where there is none, or it comes too late, nothing is called.',
  bad: '<img data-src="https://ib.adnxs.com/imptr?id=531&t=2">',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
