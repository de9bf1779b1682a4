import { isTrackingProtection } from '../../recording/outcome';
import { endedAs } from './outcome';
import type { About, RequestRule } from '../rule';

/** The browser's own tracking protection let the request go. Only Firefox has a word for it; Edge and Brave use that of extensions. */
export const trackingProtection: RequestRule = {
  kind: 'request',
  code: 'tracking-protection',
  severity: 'error',
  outcomes: ['blocked-by-browser'],
  look: ({ request }) =>
    isTrackingProtection(request.error ?? '') ? endedAs(request, 'blocked-by-browser') : null,
  seen: ({ error }) => `Firefox’s tracking protection blocked it (${error ?? ''}).`,
  next: 'Switch Enhanced Tracking Protection off for this site (the shield before the address) and load the page again to judge the tag itself.',
};

export const about: About = {
  why: 'adnxs.com is on the list by which Firefox blocks trackers in private windows, and in all with the setting Strict. Those visitors are not counted, whatever the tag.',
  bad: 'NS_ERROR_TRACKING_URI',
  good: 'Status 200, from the server.',
};
