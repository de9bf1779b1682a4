import { writeNotation } from '../../tag/read/notation';
import type { About, TagRule } from '../rule';
import { addressesIn, vastContent } from './vast-content';

/** VAST's `<Impression>` holds the address and nothing round it, no quotes either (VAST 4.2: anyURI). */
export const impressionText: TagRule = {
  kind: 'tag',
  code: 'impression-text',
  severity: 'error',
  look: (context) => {
    const { tag, text } = context;
    if (tag.carrier !== 'vast' || tag.isDoubtful || tag.isCutOff) return null;
    const content = vastContent(context);
    // Of HTML and of several addresses other rules tell.
    if (!content || /(?:<|&lt;)[a-z]/i.test(content.text) || addressesIn(content.text) > 1)
      return null;
    const { start, end, isCdata } = content;
    const around = text.slice(start, tag.urlRange.start) + text.slice(tag.urlRange.end, end);
    // A comment of XML is nothing to a player.
    if (around.trim() === '' || around.includes('<!--') || tag.within.length > 0) return null;
    const url = isCdata ? tag.url.text : writeNotation(tag.url.text, 'xml', 'escaped');
    const isQuotes = /^(?:["'\s]|&quot;|&apos;)+$/.test(around);
    return { at: { start, end }, repair: isQuotes ? [{ start, end, text: url }] : null };
  },
  seen: 'There is something beside the address in its VAST element: a player calls all of it as one address.',
  next: 'Leave only the URL.',
};

export const about: About = {
  why: 'Players request the whole text of <Impression>. With quotes round it, or a word before it, it is no address.',
  bad: '<Impression><![CDATA["https://ib.adnxs.com/imptr?id=531&t=2"]]></Impression>',
  good: '<Impression><![CDATA[https://ib.adnxs.com/imptr?id=531&t=2]]></Impression>',
};
