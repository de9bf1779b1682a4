import type { About, RequestRule } from '../rule';

/** The address was written with https: the browser did not have to make it so. */
export const httpUpgraded: RequestRule = {
  kind: 'request',
  code: 'http-upgraded',
  severity: 'info',
  look: ({ request: { url, upgradedBy } }) =>
    url.scheme === 'http' && upgradedBy ? { reason: upgradedBy } : null,
  seen: ({ reason }) =>
    `The tag says http, and this browser made https of it before anything was sent (${reason ?? ''}).`,
  next: 'Write https:// in the tag: another browser may call it by http, or not at all.',
};

export const about: About = {
  why: 'This request proves nothing of browsers that do not know that the host wants https. It is counted by the request that follows.',
  bad: 'Status 307 Internal Redirect, Non-Authoritative-Reason: HSTS.',
  good: 'Status 200, at https:// from the start.',
};
