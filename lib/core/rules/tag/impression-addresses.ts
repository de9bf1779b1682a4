import type { About, TagRule } from '../rule';
import { addressesIn, vastContent } from './vast-content';

/** VAST's `<Impression>` holds one address; for two there are two elements (VAST 4.2, 3.4.3). */
export const impressionAddresses: TagRule = {
  kind: 'tag',
  code: 'impression-addresses',
  severity: 'error',
  look: (context) => {
    const content = context.tag.carrier === 'vast' ? vastContent(context) : null;
    if (!content || /(?:<|&lt;)[a-z]/i.test(content.text)) return null;
    // An address may carry another one as its redirect.
    if (!/\s|[,;|](?=https?:)/.test(content.text) || addressesIn(content.text) < 2) return null;
    return { at: { start: content.start, end: content.end } };
  },
  seen: 'Two addresses stand in one VAST element: a player takes them for one.',
  next: 'Give each an <Impression> of its own.',
};

export const about: About = {
  why: 'Players request the whole text of <Impression> as one address, so neither tracker is called rightly.',
  bad: '<Impression><![CDATA[https://px.example/a https://ib.adnxs.com/imptr?id=531&t=2]]></Impression>',
  good: '<Impression><![CDATA[https://px.example/a]]></Impression><Impression><![CDATA[https://ib.adnxs.com/imptr?id=531&t=2]]></Impression>',
};
