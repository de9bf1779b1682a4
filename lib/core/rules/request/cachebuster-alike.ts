import type { About, RequestRule } from '../rule';

/** The cachebuster differs from the last ones in more than its end. */
export const cachebusterAlike: RequestRule = {
  kind: 'request',
  code: 'cachebuster-alike',
  severity: 'warning',
  look: ({ request, cachebusterSteps, cachebusterAlike }) => {
    const { cachebuster } = request.url;
    // Two may be alike by chance, and a clock or a counter is told apart.
    if (cachebuster === null || cachebusterAlike < 2 || cachebusterSteps > 0) return null;
    return { value: cachebuster, prefix: cachebuster.slice(0, -2) };
  },
  seen: ({ value, prefix }) =>
    `The cachebuster ${value ?? ''} begins with ${prefix ?? ''} like this tracker’s last two: only its end changes.`,
  next: 'Use the ad server’s macro for a random number, and nothing fixed in front of it.',
};

export const about: About = {
  why: 'Two characters give a hundred numbers or some more, so that the same URL soon comes again and is answered from a cache.',
  bad: 'cachebuster=cb000017, then cb000042, then cb000093.',
  good: 'cachebuster=104215, then 40377, then 882011.',
};
