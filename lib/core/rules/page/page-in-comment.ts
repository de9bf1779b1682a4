import type { About, PageRule } from '../rule';

/** The tag stands in no comment of the page. */
export const pageInComment: PageRule = {
  kind: 'page',
  code: 'page-in-comment',
  severity: 'error',
  look: ({ place, tag }) => (place.kind === 'comment' || tag.inComment ? {} : null),
  seen: 'It stands in a comment of the page: no browser calls it.',
  next: 'Take the comment away where the tag was put in; some ad servers and page builders comment out what they hold back.',
};

export const about: About = {
  why: 'A browser does not look into comments. What holds tags back until consent often comments them out, too.',
  bad: '<!-- <img src="https://ib.adnxs.com/imptr?id=531&t=2"> -->',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
