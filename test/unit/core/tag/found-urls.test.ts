import { describe, expect, it } from 'vitest';

import { repairText } from '@/lib/core/judge/check-text';
import { readTags } from '@/lib/core/tag/read/read-tags';

import { ANYWHERE } from '../rules/places';

const U = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%';
const LEGACY = 'https://ib.adnxs.com/imptr?id=531&t=2';
const V = U.replace('531', '532');
const J = U.replace('t=2', 't=1');
const json = (text: string) => text.replaceAll('/', '\\/').replaceAll('"', '\\"');

/** What is pasted; of each tag in it what carries it, its tracker and its URL as it stands there. */
type Expected = readonly [carrier: string, trackerId: number, url: string];
const ROWS: readonly (readonly [string, ...Expected[]])[] = [
  // Running text, mail, lists and tables.
  [`Please use ${U}. Thanks!`, ['text', 531, U]],
  [`(${U})`, ['text', 531, U]],
  [`[pixel](${U})`, ['text', 531, U]],
  [`<${U}>`, ['text', 531, U]],
  [`${U} ${V}`, ['text', 531, U], ['text', 532, V]],
  [`${U},${V}`, ['text', 531, U], ['text', 532, V]],
  [`${U}|${V}`, ['text', 531, U], ['text', 532, V]],
  [`${U}[AS:3PTRACKER]${V}`, ['text', 531, U], ['text', 532, V]],
  [`${U}[AS:3PPIXELJS]`, ['text', 531, U]],
  [`531\tSpring\t${U}\t<img src="${U}" />`, ['text', 531, U], ['img', 531, U]],
  [`531,"A, B",${U},"<img src=""${U}"" />"`, ['text', 531, U], ['img', 531, U]],
  // Cells, markup and the next tag right behind it.
  [`531;Home;${U};300x250`, ['text', 531, U]],
  [`531,Home,${U},300x250`, ['text', 531, U]],
  [`|531|${U}|300x250|`, ['text', 531, U]],
  [`[img]${U}[/img]`, ['text', 531, U]],
  [`[url=${U}]pixel[/url]`, ['text', 531, U]],
  [`[url]${LEGACY}[/url]`, ['text', 531, LEGACY]],
  [`[pixel|${U}|smart-link]`, ['text', 531, U]],
  [`{noformat}${U}{noformat} {code}${V}{code}`, ['text', 531, U], ['text', 532, V]],
  [`!${U}|width=1,height=1!`, ['text', 531, U]],
  [`$$${U}$$`, ['text', 531, U]],
  [`$$${LEGACY}$$`, ['text', 531, LEGACY]],
  [`!${LEGACY}|thumbnail!`, ['text', 531, LEGACY]],
  [`${U}\u21B5${V}\u00B6`, ['text', 531, U], ['text', 532, V]],
  [`\u8BF7\u7528\uFF1A${U}\uFF0C\u8BF7\u786E\u8BA4`, ['text', 531, U]],
  [`\uFF08${U}\uFF09\u3001\u300C${V}\u300D\u3002`, ['text', 531, U], ['text', 532, V]],
  [`**${U}** and ${V}!`, ['text', 531, U], ['text', 532, V]],
  [`${U}${V}`, ['text', 531, U], ['text', 532, V]],
  [`${LEGACY}${V}`, ['text', 531, LEGACY], ['text', 532, V]],
  // What is the URL's own.
  [`${U},%%PATTERN:x%%`, ['text', 531, `${U},%%PATTERN:x%%`]],
  [`${LEGACY}&ancost=[C];x=1`, ['text', 531, `${LEGACY}&ancost=[C];x=1`]],
  [`${U}&redir=[R];x,y`, ['text', 531, `${U}&redir=[R];x,y`]],
  [`${U}&redir=[R]https://px.example/`, ['text', 531, `${U}&redir=[R]https://px.example/`]],
  [`u = "${U};x";`, ['text', 531, `${U};x`]],
  [U.replace('https', 'HTTPS'), ['text', 531, U.replace('https', 'HTTPS')]],
  [U.replace('/imptr', '/IMPTR'), ['text', 531, U.replace('/imptr', '/IMPTR')]],
  [U.replace('/imptr', '/imptr/'), ['text', 531, U.replace('/imptr', '/imptr/')]],
  // HTML.
  [`<IMG SRC='${U}' BORDER=0>`, ['img', 531, U]],
  [
    `<script src="${J}"></script><noscript><img src="${U}"></noscript>`,
    ['script', 531, J],
    ['img', 531, U],
  ],
  [`<iframe src="${U}"></iframe>`, ['other-element', 531, U]],
  [`<img srcset="${U} 1x, ${V} 2x">`, ['other-element', 531, U], ['other-element', 532, V]],
  [`<i style="background:url(${U})"></i>`, ['other-element', 531, U]],
  [`<body onload="new Image().src='${U}'">`, ['other-element', 531, U]],
  [`<a href="${U}">x</a>`, ['link', 531, U]],
  [`<!-- <img src="${U}"> -->`, ['img', 531, U]],
  [`<img src="${U}`, ['text', 531, U]],
  // Code.
  [`<script>document.write('<img src="${U}" width=1>');</script>`, ['text', 531, U]],
  [`<script>new Image().src="${U}";</script>`, ['text', 531, U]],
  [`{"adm":"<img src=\\"${U}\\" />"}`, ['img', 531, U]],
  [`{"adm":"${json(`<img src="${U}" />`)}"}`, ['img', 531, json(U)]],
  // VAST and native ads.
  [
    `<Impression id="a"><![CDATA[${U}]]></Impression><Impression> ${V.replaceAll('&', '&amp;')} </Impression><Impression/>`,
    ['vast', 531, U],
    ['vast', 532, V.replaceAll('&', '&amp;')],
  ],
  // Behind a declaration of XML, an instruction of PHP.
  [
    `<?xml version="1.0" encoding="UTF-8"?><VAST><Impression><![CDATA[${U}]]></Impression></VAST>`,
    ['vast', 531, U],
  ],
  [
    `<?xml version='1.0' ?>\n<!-- v4 -->\n<VAST><Impression>${V.replaceAll('&', '&amp;')}</Impression></VAST>`,
    ['vast', 532, V.replaceAll('&', '&amp;')],
  ],
  [`<?xml version="1.0"?><!DOCTYPE html><html><img src="${U}"/></html>`, ['img', 531, U]],
  [`<?php if ($views > 1): ?><img src="${U}"><?php endif; ?>`, ['img', 531, U]],
  [`<?php $base = 'https://ib.adnxs.com'; ?>\n<img src="${U}">`, ['img', 531, U]],
  [
    `{"adm":"${json(`<?xml version="1.0"?><VAST><Impression>${V}</Impression></VAST>`)}"}`,
    ['vast', 532, json(V)],
  ],
  [`{"imptrackers":["${json(U)}","${V}"]}`, ['native', 531, json(U)], ['native', 532, V]],
  [
    `{"imptrackers":["${U.replaceAll('&', '\\u0026')}"]}`,
    ['native', 531, U.replaceAll('&', '\\u0026')],
  ],
  [
    `{"eventtrackers":[{"event":1,"method":1,"url":"${U}"},{"event":1,"method":2,"url":"${V}"}]}`,
    ['native', 531, U],
    ['text', 532, V],
  ],
  // Others' pixels, with ours as their redirect.
  [`<img src="https://px.example/a?u=${encodeURIComponent(U)}">`],
  [`<img src="https://px.example/a?${U}">`],
  [`https://px.example/a?u=${U}`],
  [`https://px.example/a,${encodeURIComponent(U)}`],
  ['https://ib.adnxs.com/clktrb?id=9'],
];

const PASTES = ROWS.map(([text, ...expected]) => ({ text, expected }));

describe('the URLs in what people paste', () => {
  it.each(PASTES)('$text', ({ text, expected }) => {
    const { tags } = readTags(text);
    expect(
      tags.map(({ carrier, spec, urlRange: { start, end } }) => [
        carrier,
        spec?.trackerId ?? null,
        text.slice(start, end),
      ]),
    ).toEqual(expected);
  });
  it.each(PASTES)('$text keeps its trackers when it is mended', ({ text, expected }) => {
    const { tags } = readTags(repairText(text, ANYWHERE));
    expect(tags.map(({ spec }) => spec?.trackerId)).toEqual(expected.map(([, id]) => id));
  });
});

describe('a repair', () => {
  const HTTP = U.replace('https', 'http');
  it.each([
    // It is written as its place needs it.
    [`{"imptrackers":["${json(HTTP)}"]}`, `{"imptrackers":["${U}"]}`],
    [`{"adm":"<img src=\\"${HTTP}\\" />"}`, `{"adm":"<img src=\\"${U}\\" />"}`],
    [
      `<Impression>${HTTP.replaceAll('&', '&amp;')}</Impression>`,
      `<Impression>${U.replaceAll('&', '&amp;')}</Impression>`,
    ],
    [`<i style="background:url('${HTTP}')"></i>`, `<i style="background:url('${U}')"></i>`],
    // Where code goes on behind the URL, nothing is added to it.
    [
      '<script>new Image().src="https://ib.adnxs.com/imptr?id=531&cachebuster=" + r;</script>',
      '<script>new Image().src="https://ib.adnxs.com/imptr?id=531&cachebuster=" + r;</script>',
    ],
    [`${HTTP},${V}`, `${U},${V}`],
  ])('%s', (text, repaired) => {
    expect(repairText(text, ANYWHERE)).toBe(repaired);
  });
});
