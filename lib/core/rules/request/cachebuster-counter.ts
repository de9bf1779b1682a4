import type { About, RequestRule } from '../rule';

const SHORT = 5;

/** The cachebuster is no counter: of two random numbers hardly ever one follows the other. */
export const cachebusterCounter: RequestRule = {
  kind: 'request',
  code: 'cachebuster-counter',
  severity: 'warning',
  look: ({ request, cachebusterSteps: steps }) => {
    const { cachebuster } = request.url;
    // Of short numbers one pair in some thousands is like this by chance, so a third has to follow.
    if (cachebuster === null || steps < (cachebuster.length < SHORT ? 2 : 1)) return null;
    return { value: cachebuster };
  },
  seen: ({ value }) =>
    `The cachebuster ${value ?? ''} is one more than this tracker’s last: it counts, and is not random.`,
  next: 'Use the ad server’s macro for a random number.',
};

export const about: About = {
  why: 'A counter begins anew with each visitor or each start of a program, so that the same URL comes again and is answered from a cache.',
  bad: 'cachebuster=104215, then cachebuster=104216.',
  good: 'cachebuster=104215, then cachebuster=40377.',
};
