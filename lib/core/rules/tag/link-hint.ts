import type { About, TagRule } from '../rule';
import { linkElement, nameOfLink } from './link-element';

/** The browser loads it because the page needs it now. */
export const linkHint: TagRule = {
  kind: 'tag',
  code: 'link-hint',
  severity: 'warning',
  look: (context) => {
    const link = linkElement(context);
    if (link?.kind !== 'hint') return null;
    return { at: context.tag.urlRange, values: { element: nameOfLink(link) } };
  },
  seen: ({ element }) =>
    `${element ?? ''} is a hint: browsers load what it names later, twice, or not at all.`,
  next: 'Put it in as an image: <img src="…">.',
};

export const about: About = {
  why: 'A browser may load it ahead of its use and once more for it, wait until it has nothing else to do, or leave it. Impressions are counted twice, or not.',
  bad: '<link rel="prefetch" href="https://ib.adnxs.com/imptr?id=531&t=2">',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
