import { writeNotation } from '../../tag/read/notation';
import type { About, TagRule } from '../rule';
import { addressesIn, vastContent } from './vast-content';

/** VAST's `<Impression>` holds an address and no HTML (VAST 4.2, 3.4.3: a URI). */
export const impressionHtml: TagRule = {
  kind: 'tag',
  code: 'impression-html',
  severity: 'error',
  look: (context) => {
    const content = vastContent(context);
    if (!content || !/(?:<|&lt;)[a-z]/i.test(content.text)) return null;
    const { start, end, isCdata } = content;
    const { url } = context.tag;
    const text = isCdata ? url.text : writeNotation(url.text, 'xml', 'escaped');
    // Another tag beside ours is not to be lost.
    const isAlone = addressesIn(content.text) < 2;
    return { at: { start, end }, repair: isAlone ? [{ start, end, text }] : null };
  },
  seen: 'HTML stands in a VAST element that takes an address: a player calls what stands there as it is.',
  next: 'Leave only the URL.',
};

export const about: About = {
  why: 'Players request the whole text of <Impression> as one address. <img src=… is none, so nothing is called.',
  bad: '<Impression><![CDATA[<img src="https://ib.adnxs.com/imptr?id=531&t=2">]]></Impression>',
  good: '<Impression><![CDATA[https://ib.adnxs.com/imptr?id=531&t=2]]></Impression>',
};
