import { isTrackingProtection, MIXED_CONTENT } from '../../recording/outcome';
import { endedAs } from './outcome';
import type { About, RequestRule } from '../rule';

/** The browser let the request go. */
export const blockedByBrowser: RequestRule = {
  kind: 'request',
  code: 'blocked-by-browser',
  severity: 'error',
  outcomes: ['blocked-by-browser', 'withheld'],
  look: ({ request }) => {
    const { error } = request;
    // Of these there are rules of their own.
    if (error === MIXED_CONTENT || isTrackingProtection(error ?? '')) return null;
    return endedAs(request, 'blocked-by-browser') ?? endedAs(request, 'withheld');
  },
  seen: ({ error }) => `The browser blocked it (${error ?? ''}).`,
  next: 'Look the reason up in the console of DevTools, and show it to the publisher.',
};

export const about: About = {
  why: 'A rule of the browser, the page or the server’s answer stopped it.',
  bad: 'net::ERR_BLOCKED_BY_RESPONSE',
  good: 'Status 200, from the server.',
};
