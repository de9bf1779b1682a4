import type { About, TagRule } from '../rule';

/** The URL is no longer than its ad server takes. */
export const tooLong: TagRule = {
  kind: 'tag',
  code: 'too-long',
  severity: 'error',
  look: ({ tag, server }) => {
    const limit = server?.maxLength;
    const { length } = tag.url.text;
    if (!limit || length <= limit) return null;
    return { at: tag.urlRange, values: { length: String(length), limit: String(limit) } };
  },
  seen: ({ length, limit }) => `The URL has ${length ?? ''} characters; ${limit ?? ''} are taken.`,
  next: 'Shorten the redirect.',
};

export const about: About = {
  why: 'The ad server cuts the URL off or refuses it.',
  bad: 'A redirect that makes the URL longer than the 1,024 characters of the field.',
  good: 'A redirect that fits.',
  server: 'gam',
};
