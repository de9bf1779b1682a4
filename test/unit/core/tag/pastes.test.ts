import { describe, expect, it } from 'vitest';

import { checkText } from '@/lib/core/judge/check-text';
import { readTags } from '@/lib/core/tag/read/read-tags';

import { ANYWHERE } from '../rules/places';

const URL = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%';
const IMG = `<img src="${URL}" width="1" height="1" />`;
const SCRIPT = `<script src="${URL.replace('t=2', 't=1')}" type="text/javascript"></script>`;
const JSON_URL = JSON.stringify(URL).replaceAll('/', '\\/');

/** What people paste: name, text, and of each tag found its id and type. */
const PASTES: readonly (readonly [string, string, readonly string[]])[] = [
  ['a bare URL', URL, ['531 url']],
  ['a URL in a sentence', `Please use ${URL}.`, ['531 url']],
  ['between angle brackets, as mail programs do', `See <${URL}> for it`, ['531 url']],
  ['one on each line', `${URL}\n${URL.replace('531', '532')}`, ['531 url', '532 url']],
  [
    'Xandr’s own export, with its comments',
    `<!-- Imp Tracker - Test - DO NOT MODIFY -->\n${IMG}\n<!-- End of Imp Tracker -->`,
    ['531 image'],
  ],
  ['two tags on one line', IMG + SCRIPT, ['531 image', '531 javascript']],
  ['upper case', IMG.replace('<img src', '<IMG SRC'), ['531 image']],
  ['no quotes', `<IMG SRC=${URL} WIDTH=1>`, ['531 image']],
  ['single quotes', `<script src='${URL}'></script>`, ['531 javascript']],
  ['protocol-relative', IMG.replace('https:', ''), ['531 image']],
  ['upper-case host', URL.replace('ib.adnxs.com', 'IB.ADNXS.COM'), ['531 url']],
  ['&amp;', IMG.replaceAll('&', '&amp;'), ['531 image']],
  ['&#38;', IMG.replaceAll('&', '&#38;'), ['531 image']],
  ['a noscript pair', `${SCRIPT}<noscript>${IMG}</noscript>`, ['531 javascript', '531 image']],
  ['commented out', `<!-- ${IMG} -->`, ['531 image']],
  ['an iframe', `<iframe src="${URL}"></iframe>`, ['531 image']],
  ['written by a script', `<script>document.write('<img src="${URL}">')</script>`, ['531 url']],
  ['new Image().src', `<script>new Image().src = "${URL}";</script>`, ['531 url']],
  [
    'VAST with two Impressions, one without CDATA',
    `<VAST><Impression id="a"><![CDATA[ ${URL} ]]></Impression><Impression>${URL.replaceAll('&', '&amp;')}</Impression></VAST>`,
    ['531 vast', '531 vast'],
  ],
  ['native 1.1 JSON', `{"native":{"imptrackers":["${URL}"]}}`, ['531 native']],
  ['native JSON with escaped slashes', `{"imptrackers":[${JSON_URL}]}`, ['531 native']],
  [
    'native 1.2 event trackers',
    `{"eventtrackers":[{"event":1,"method":1,"url":"${URL}"}]}`,
    ['531 native'],
  ],
  ['an AMP pixel', `<amp-pixel src="${URL}" layout="nodisplay"></amp-pixel>`, ['531 amp']],
  ['a whole cell from Excel', `"${IMG.replaceAll('"', '""')}"`, ['531 image']],
  [
    'a row from Excel',
    `501\tFront\t"${IMG.replaceAll('"', '""')}"\t${URL}`,
    ['531 image', '531 url'],
  ],
  ['curly quotes', IMG.replace(/"/g, '”'), ['531 image']],
  ['old documentation', '<img src="media/imptr?id=531&t=2" />', ['531 image']],
  ['a tag that was cut off', `<img src="${URL}`, ['531 url']],
  ['the target of a link', `<a href="${URL}">x</a>`, ['531 image']],
];

/** What holds no impression tracker's tag, and is left alone. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['prose', 'The imptr service counts impressions.'],
  ['another vendor’s pixel', '<img src="https://px.example/imp?id=531&t=2">'],
  [
    'another vendor’s pixel with ours as its redirect',
    `<img src="https://px.example/r?u=${encodeURIComponent(URL)}">`,
  ],
  ['the same, not encoded', `https://px.example/r?u=${URL}`],
  ['a path that only looks alike', 'https://ib.adnxs.com/imptracker?id=531'],
  ['a click tracker', 'https://ib.adnxs.com/clktrb?id=9&redir=https://x.example'],
];

describe('what people paste', () => {
  it.each(PASTES)('%s', (_, text, wanted) => {
    const { tags } = readTags(text);
    expect(tags.map(({ spec, type }) => `${spec?.trackerId ?? 'none'} ${type}`)).toEqual(wanted);
    for (const { urlRange } of tags) {
      expect(text.slice(urlRange.start, urlRange.end)).toMatch(/imptr/i);
    }
  });
  it.each(OTHERS)('finds no tag in %s', (_, text) => {
    expect(readTags(text).tags).toEqual([]);
    expect(checkText(text, ANYWHERE).findings.map(({ code }) => code)).toEqual(
      text.includes('clktrb') ? ['click-tracker'] : [],
    );
  });
  it('tells a spec, findings and their places at once', () => {
    const text = `Before ${IMG.replace('t=2', 't=1')} after`;
    const { tags, findings } = checkText(text, ANYWHERE);
    expect(tags[0]?.spec).toMatchObject({ trackerId: 531, cachebuster: '%%CACHEBUSTER%%' });
    expect(findings.map(({ code, place }) => [code, text.slice(place?.start, place?.end)])).toEqual(
      [['type-mismatch', 't=1']],
    );
  });
});
