import { macroLeftIn } from '../address/macro-left';
import type { About, RequestRule } from '../rule';

/** No other tracker had this cachebuster on another page view. In one document the tags of a creative share theirs rightly. */
export const cachebusterShared: RequestRule = {
  kind: 'request',
  code: 'cachebuster-shared',
  severity: 'warning',
  look: ({ request, servers, cachebusterSeenBefore, cachebusterElsewhere }) => {
    const value = request.url.cachebuster;
    if (!cachebusterElsewhere || cachebusterSeenBefore || !value) return null;
    return macroLeftIn(value, servers) ? null : { value };
  },
  seen: ({ value }) =>
    `The cachebuster ${value ?? ''} was used before, by another tracker on another page view.`,
  next: 'Check that the tags hold the ad server’s macro and not one number that was pasted into all of them.',
};

export const about: About = {
  why: 'A cachebuster that stays the same does not keep requests out of the cache.',
  bad: 'cachebuster=8261 of tracker 531 on one page view, and of tracker 532 on the next.',
  good: 'cachebuster=8261, then cachebuster=40377.',
};
