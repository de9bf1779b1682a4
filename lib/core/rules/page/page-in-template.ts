import type { About, PageRule } from '../rule';

/** The tag stands where a browser makes elements of it. */
export const pageInTemplate: PageRule = {
  kind: 'page',
  code: 'page-in-template',
  severity: 'warning',
  look: ({ place }) => (place.inTemplate ? {} : null),
  seen: 'It stands in a <template> that no script has put into the page: it is not called.',
  next: 'Move it out; or make sure that the script of the page puts the content in before the ad is counted.',
};

export const about: About = {
  why: 'The content of <template> is no part of the page until a script attaches it.',
  bad: '<template><img src="https://ib.adnxs.com/imptr?id=531&t=2"></template>',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
