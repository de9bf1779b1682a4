import type { About, TagRule } from '../rule';

/** The tag stands in no comment. */
export const inComment: TagRule = {
  kind: 'tag',
  code: 'in-comment',
  severity: 'error',
  look: ({ tag }) => (tag.inComment ? { at: tag.element } : null),
  seen: 'The tag is commented out: nothing will call it.',
  next: 'Take the comment away.',
};

export const about: About = {
  why: 'A browser does not look into comments.',
  bad: '<!-- <img src="https://ib.adnxs.com/imptr?id=531&t=2"> -->',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
