import { replaceUrl } from './in-text';
import type { About, TagRule } from '../rule';

/** In XML `&` is escaped. */
export const ampersandRaw: TagRule = {
  kind: 'tag',
  code: 'ampersand-raw',
  severity: 'error',
  look: ({ tag }) =>
    tag.ampersandFault === 'raw'
      ? { at: tag.urlRange, repair: replaceUrl(tag, tag.url.text) }
      : null,
  seen: 'A bare & stands in XML: no player can read the document.',
  next: 'Write &amp;, or put the URL between <![CDATA[ and ]]>.',
};

export const about: About = {
  why: 'A bare & is no XML; players refuse the whole VAST document, and the ad does not play.',
  bad: '<Impression>https://ib.adnxs.com/imptr?id=531&t=2</Impression>',
  good: '<Impression><![CDATA[https://ib.adnxs.com/imptr?id=531&t=2]]></Impression>',
};
