import type { About, RequestRule } from '../rule';

/** The browser says of which tab it is. */
export const tabUnsure: RequestRule = {
  kind: 'request',
  code: 'tab-unsure',
  severity: 'warning',
  look: ({ request }) => (request.isTabUnsure === true ? { site: request.frameUrl ?? '' } : null),
  seen: ({ site }) =>
    `It was sent by a service worker of ${site ?? ''}, or after its page was gone: whether by this tab, the browser does not say.`,
  next: 'Close the other tabs of this site, clear the recording, and load the page again.',
};

export const about: About = {
  why: 'A service worker works for all tabs of its site, and a page that is gone has none: the request may be another tab’s.',
  bad: 'Sent by the site’s service worker, while two of its pages are open.',
  good: 'Sent by the page in this tab.',
};
