import type { About, TagRule } from '../rule';

/** The ad server still serves campaigns. */
export const adServerRetired: TagRule = {
  kind: 'tag',
  code: 'ad-server-retired',
  severity: 'info',
  look: ({ tag, server }) =>
    server?.traps.includes('retired')
      ? { at: tag.urlRange, values: { server: server.name } }
      : null,
  seen: ({ server }) => `${server ?? ''} serves no new campaigns any more.`,
  next: 'Ask which ad server serves the creative now, and build the tag for that one.',
};

export const about: About = {
  why: 'Amazon ended Sizmek at the end of 2024. A tag for it is an old one, or goes to another ad server, which leaves its macros as they are.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=[%random%]',
  good: 'The tag of the ad server that serves the creative now.',
  server: 'sizmek',
};
