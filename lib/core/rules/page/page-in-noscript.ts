import type { PagePlace } from '../../recording/page-look';
import type { About, PageRule } from '../rule';

/** The tag stands outside of `<noscript>` too. */
export const pageInNoscript: PageRule = {
  kind: 'page',
  code: 'page-in-noscript',
  severity: 'error',
  look: ({ place, tag }) => (isNoscript(place) || tag.inNoscript ? {} : null),
  seen: 'It stands in <noscript>, and this browser runs scripts: it is not called.',
  next: 'Move it out of <noscript>.',
};

function isNoscript({ kind, name }: PagePlace): boolean {
  return kind === 'text' && name === 'noscript';
}

export const about: About = {
  why: 'Nearly every browser runs JavaScript, so next to nothing is counted.',
  bad: '<noscript><img src="https://ib.adnxs.com/imptr?id=531&t=2"></noscript>',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
