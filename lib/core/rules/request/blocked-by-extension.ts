import { endedAs } from './outcome';
import type { About, RequestRule } from '../rule';

/**
 * No extension of the browser held the request back. Brave's Shields and Edge's Strict end a request with the same
 * word as an extension does; what is put in its place is an extension's (peers' study, 7).
 */
export const blockedByExtension: RequestRule = {
  kind: 'request',
  code: 'blocked-by-extension',
  severity: 'error',
  outcomes: ['blocked-by-extension'],
  look: ({ request }) => endedAs(request, 'blocked-by-extension'),
  seen: ({ error }) =>
    error
      ? `An extension or the browser’s own protection against tracking blocked it (${error}); which of them, the browser does not say.`
      : 'An extension of this browser put something else in its place, most often an ad blocker.',
  next: 'Switch the ad blocker off for this page, and Brave’s Shields or Edge’s tracking prevention, and load it again to judge the tag itself.',
};

export const about: About = {
  why: 'The request was never sent. Only browsers with such an extension or setting are concerned.',
  bad: 'net::ERR_BLOCKED_BY_CLIENT',
  good: 'Status 200, from the server.',
};
