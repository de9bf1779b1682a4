import type { About, PageRule } from '../rule';

/** Something calls the tag by itself. */
export const pageInLink: PageRule = {
  kind: 'page',
  code: 'page-in-link',
  severity: 'error',
  look: ({ written }) => (written.has('in-link') || written.has('navigates') ? {} : null),
  seen: 'It is the target of a link or of a move to another page: showing the page does not call it.',
  next: 'Put it in as an image or a script, or where the ad server has a field for impressions.',
};

export const about: About = {
  why: 'It is called when somebody clicks, and never when the ad is seen.',
  bad: '<a href="https://ib.adnxs.com/imptr?id=531&t=2">Buy</a>',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
