import type { About, TagRule } from '../rule';
import { textBefore } from './element';

const ESCAPED = /&(?:amp;)*(?:lt|#60|#x3c);(?:img|script|iframe|amp-pixel)\b[^<>]*$/i;

/** What a browser shows of the page is no tag. Where all of a text is escaped, that is said of the whole. */
export const shownAsText: TagRule = {
  kind: 'tag',
  code: 'shown-as-text',
  severity: 'error',
  look: (context) => {
    const { tag } = context;
    const isText = tag.carrier === 'text' && !tag.inComment;
    return isText && ESCAPED.test(textBefore(context)) ? { at: tag.urlRange } : null;
  },
  seen: 'The HTML of the tag is escaped: the page shows it as text, and nothing calls it.',
  next: 'Write < and > as they are.',
};

export const about: About = {
  why: 'An editor for text has taken the tag for text. Readers see it, and browsers load nothing.',
  bad: '<p>&lt;img src="https://ib.adnxs.com/imptr?id=531&t=2"&gt;</p>',
  good: '<p><img src="https://ib.adnxs.com/imptr?id=531&t=2"></p>',
};
