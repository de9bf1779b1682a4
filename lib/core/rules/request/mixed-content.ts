import { endedAs } from './outcome';
import { MIXED_CONTENT } from '../../recording/outcome';
import type { About, RequestRule } from '../rule';

/** A secure page calls it by https. Chromium tells of one that it stopped for that what it tells of a policy; the scheme tells them apart. */
export const mixedContent: RequestRule = {
  kind: 'request',
  code: 'mixed-content',
  severity: 'error',
  outcomes: ['blocked-by-browser'],
  look: ({ request }) =>
    request.error === MIXED_CONTENT ? endedAs(request, 'blocked-by-browser') : null,
  seen: 'The page is secure and the address is http: the browser blocked it as mixed content.',
  next: 'Write https:// in the tag.',
};

export const about: About = {
  why: 'The request was never sent. Pictures are called by https instead, scripts and frames are not.',
  bad: 'A script at http://ib.adnxs.com/imptr on a page with https.',
  good: 'The same at https://ib.adnxs.com/imptr.',
};
