import { replaceUrl } from './in-text';
import type { About, TagRule } from '../rule';

/** In a bare URL `&` is written plain. On the wire what it lost is said to be missing. */
export const ampersandEscaped: TagRule = {
  kind: 'tag',
  code: 'ampersand-escaped',
  severity: 'error',
  look: ({ tag }) =>
    tag.ampersandFault === 'escaped'
      ? { at: tag.urlRange, repair: replaceUrl(tag, tag.url.text) }
      : null,
  seen: '&amp; stands in a bare URL: every parameter behind the first is lost.',
  next: 'Write & in its place.',
};

export const about: About = {
  why: 'Nothing decodes a bare URL: the service is sent a parameter named amp;t.',
  bad: 'https://ib.adnxs.com/imptr?id=531&amp;t=2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
