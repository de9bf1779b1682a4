import { replaceUrl } from './in-text';
import type { About, TagRule } from '../rule';

/** In HTML `&` is escaped once at most. */
export const ampersandEscapedTwice: TagRule = {
  kind: 'tag',
  code: 'ampersand-escaped-twice',
  severity: 'error',
  look: ({ tag }) =>
    tag.ampersandFault === 'escaped-twice'
      ? { at: tag.urlRange, repair: replaceUrl(tag, tag.url.text) }
      : null,
  seen: '& was escaped twice: every parameter behind the first is lost.',
  next: 'Write &amp; in its place.',
};

export const about: About = {
  why: 'A browser decodes it once, and the service is sent a parameter named amp;t.',
  bad: '<img src="https://ib.adnxs.com/imptr?id=531&amp;amp;t=2">',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&amp;t=2">',
};
