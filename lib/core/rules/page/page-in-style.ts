import type { About, PageRule } from '../rule';

/** A style that holds the tag was put to use. */
export const pageInStyle: PageRule = {
  kind: 'page',
  code: 'page-in-style',
  severity: 'warning',
  look: ({ place, attribute }) =>
    attribute === 'style' || (place.kind === 'text' && place.name === 'style') ? {} : null,
  seen: 'It stands in a style, and no request of it was recorded: a browser loads it only for what is displayed.',
  next: 'Put it in as an image: <img src="…">.',
};

export const about: About = {
  why: 'A picture in a style is loaded once an element is displayed that the style is for, and then perhaps from memory.',
  bad: '<div hidden style="background: url(https://ib.adnxs.com/imptr?id=531&t=2)"></div>',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
