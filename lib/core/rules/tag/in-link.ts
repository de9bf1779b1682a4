import type { About, TagRule } from '../rule';

/** Something calls the tag by itself. */
export const inLink: TagRule = {
  kind: 'tag',
  code: 'in-link',
  severity: 'error',
  look: ({ tag }) => (tag.carrier === 'link' ? { at: tag.element } : null),
  seen: 'The tag is the target of a link: it counts clicks, not impressions.',
  next: 'Put it in as an image or a script.',
};

export const about: About = {
  why: 'It is called when somebody clicks, and never when the ad is seen.',
  bad: '<a href="https://ib.adnxs.com/imptr?id=531&t=2">Buy</a>',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
