import type { About, TagRule } from '../rule';

/** The ad server fires the tag with every kind of placement. */
export const plainImagePlacement: TagRule = {
  kind: 'tag',
  code: 'plain-image-placement',
  severity: 'info',
  look: ({ tag, server }) =>
    server?.traps.includes('plain-image-placement')
      ? { at: tag.urlRange, values: { server: server.name } }
      : null,
  seen: ({ server }) =>
    `Event tags of ${server ?? ''} do not fire with plain image placement tags.`,
  next: 'Check that the placement uses an iframe, JavaScript or pre-fetch tag.',
};

export const about: About = {
  why: 'A placement that is a plain image has nothing that could call an event tag.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%n',
  good: 'A placement with an iframe, JavaScript or pre-fetch tag.',
  server: 'cm360',
};
