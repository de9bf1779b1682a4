import type { About, TagRule } from '../rule';

/** It is clear where the URL begins and ends. */
export const endInDoubt: TagRule = {
  kind: 'tag',
  code: 'end-in-doubt',
  severity: 'warning',
  look: ({ tag }) => (tag.isDoubtful ? { at: tag.urlRange } : null),
  seen: 'Where the URL ends is not clear: a part of it may be cut off.',
  next: 'Copy the whole URL again, or put it on a line of its own.',
};

export const about: About = {
  why: 'Mail programs and chats cut long addresses in pieces, lists and reports show only the beginning. What is added to one piece would leave the other behind, so nothing is mended here.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2 cachebuster=[timestamp]',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=[timestamp]',
};
