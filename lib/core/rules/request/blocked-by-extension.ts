import { endedAs } from './outcome';
import type { About, RequestRule } from '../rule';

/** No extension of the browser held the request back. */
export const blockedByExtension: RequestRule = {
  kind: 'request',
  code: 'blocked-by-extension',
  severity: 'error',
  look: ({ request }) => endedAs(request, 'blocked-by-extension'),
  seen: 'An extension of this browser blocked it, most often an ad blocker.',
  next: 'Switch the ad blocker off for this page and load it again to judge the tag itself.',
};

export const about: About = {
  why: 'The request was never sent. Only browsers with such an extension are concerned.',
  bad: 'net::ERR_BLOCKED_BY_CLIENT',
  good: 'Status 200, from the server.',
};
