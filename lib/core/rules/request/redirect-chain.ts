import { isLoop } from './redirect-loop';
import type { About, RequestRule } from '../rule';

// One for a cookie, one for another data centre, one to spare.
const MOST = 3;

/** It is not led on again and again. */
export const redirectChain: RequestRule = {
  kind: 'request',
  code: 'redirect-chain',
  severity: 'warning',
  look: ({ request, hop }) => (hop > MOST && !isLoop(request) ? { hop: String(hop) } : null),
  seen: ({ hop }) => `The service led this request on ${hop ?? ''} times by now.`,
  next: 'Look which redirect is stored with the tracker, and take links out of the chain.',
};

export const about: About = {
  why: 'Each hop takes time and may be blocked or cut short; what comes after is then not counted. Hops at other hosts are not recorded, so there may be more.',
  bad: 'Four redirects in a row from /imptr to /imptr.',
  good: 'One redirect, or none.',
};
