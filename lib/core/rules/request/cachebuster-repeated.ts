import { macroLeftIn } from '../address/macro-left';
import type { About, RequestRule } from '../rule';

/** The cachebuster differs from those this tracker was called with before. */
export const cachebusterRepeated: RequestRule = {
  kind: 'request',
  code: 'cachebuster-repeated',
  severity: 'warning',
  look: ({ request, cachebusterSeenBefore, servers }) => {
    const value = request.url.cachebuster;
    if (!cachebusterSeenBefore || !value || macroLeftIn(value, servers)) return null;
    return { value };
  },
  seen: ({ value }) => `The cachebuster ${value ?? ''} was used before by this tracker.`,
  next: 'Check that the tag holds the ad server’s macro and not a number that was pasted once.',
};

export const about: About = {
  why: 'A cachebuster that stays the same does not keep the request out of the cache.',
  bad: 'cachebuster=8261 on one page view and again on the next.',
  good: 'cachebuster=8261, then cachebuster=40377.',
};
