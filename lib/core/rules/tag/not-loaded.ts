import type { About, TagRule } from '../rule';
import { attributeOf } from './element';

// What is a description or a value to a browser, and never an address.
const NEVER =
  /^(?:data-.+|alt|title|value|content|label|placeholder|cite|longdesc|aria-.+|lowsrc|dynsrc)$/;

/** The URL stands where a browser loads it from. */
export const notLoaded: TagRule = {
  kind: 'tag',
  code: 'not-loaded',
  severity: 'warning',
  look: (context) => {
    const { tag } = context;
    const attribute =
      tag.carrier === 'other-element' && !tag.inComment ? attributeOf(context) : null;
    if (attribute === null || !NEVER.test(attribute)) return null;
    return { at: tag.urlRange, values: { attribute } };
  },
  seen: ({ attribute }) => `The URL stands in ${attribute ?? ''}, which no browser loads.`,
  next: 'Put it in src; or make sure that the page has a script which does, before the ad is counted.',
};

export const about: About = {
  why: 'Lazy loaders copy data-src to src when the image comes into view. Where there is none, or it comes too late, nothing is called.',
  bad: '<img data-src="https://ib.adnxs.com/imptr?id=531&t=2">',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
