import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { checkText, repairText } from '@/lib/core/judge/check-text';

import { ANYWHERE, inConsole } from '../rules/places';

interface Case {
  readonly id: string;
  readonly input: string;
  readonly server: string | null;
  readonly field: 'url' | 'any';
}

const CASES: readonly Case[] = JSON.parse(
  readFileSync('test/fixtures/cases/tags.json', 'utf8'),
) as Case[];

const U = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=';
const INNOVID = `${U}[timestamp]`;
const GAM = `${U}%%CACHEBUSTER%%`;
/** Fix leaves it as it is. */
const AS_IT_IS = null;

/** The case; of each tag what carries it and its decoded URL; the errors and warnings; what Fix makes of it. */
type Row = readonly [string, readonly string[], readonly string[], string | null];

const ROWS: readonly Row[] = [
  ['01-wrapped-url', [`text ${INNOVID}`], ['broken-lines'], INNOVID],
  ['02-wrapped-in-macro', [`text ${INNOVID}`], ['broken-lines'], INNOVID],
  [
    '03-space-in-url',
    [`text ${U.slice(0, -13)} &cachebuster=[timestamp]`],
    ['white-space', 'type-bad'],
    AS_IT_IS,
  ],
  ['04-markdown-brackets', [`text ${INNOVID}`], ['markdown-escapes'], INNOVID],
  ['05-markdown-underscores', [`text ${U}__ADFRND__`], ['markdown-escapes'], `${U}__ADFRND__`],
  ['06-json-in-json-u0026', [`native ${U}\${AUCTION_ID}`], [], AS_IT_IS],
  [
    '07-json-in-json-slashes',
    [`text ${U.slice(0, -13)}`],
    ['cachebuster-missing'],
    JSON.stringify({ a: JSON.stringify({ pixel: GAM }) }),
  ],
  ['08-js-hex-escapes', [`text ${GAM}`], [], AS_IT_IS],
  ['09-rich-text-wbr', [`text ${INNOVID}`], ['broken-by-markup', 'ampersand-escaped'], INNOVID],
  ['10-rich-text-span', [`text ${INNOVID}`], ['broken-by-markup', 'ampersand-escaped'], INNOVID],
  [
    '11-angle-placeholder',
    [`img ${U}<cachebuster>`],
    ['placeholder-left', 'html-in-url-field'],
    `<img src="${INNOVID}">`,
  ],
  ['12-vast-tracking-xml', [`text ${U}[CACHEBUSTING]`], [], AS_IT_IS],
  ['13-vast-prefix', [`vast ${U}[CACHEBUSTING]`], [], AS_IT_IS],
  ['14-vast-in-json-slashes', [`vast ${U}[CACHEBUSTING]`], [], AS_IT_IS],
  ['15-vast-in-json-u0026', [`vast ${U}[CACHEBUSTING]`], [], AS_IT_IS],
  [
    '18-entity-macro',
    [`img ${INNOVID}`],
    ['macro-encoded'],
    `<img src="${INNOVID}" width="1" height="1" />`,
  ],
  [
    '19-entity-braces',
    [`img ${U}{{timestamp}}`],
    ['macro-encoded'],
    `<img src="${U}{{timestamp}}">`,
  ],
  ['29-hash-before-url', [`text ${GAM}`], [], AS_IT_IS],
  ['30-hash-label', [`text ${INNOVID}`], [], AS_IT_IS],
  ['31-zwsp-in-host', [`text ${GAM}`], ['invisible-characters'], GAM],
  ['32-zwsp-after-slash', [`text ${GAM}`], ['invisible-characters'], GAM],
  ['33-bom-in-url-field', [`text ${GAM}`], ['invisible-characters'], GAM],
  ['34-bidi-embedding', [`img ${GAM}`], ['invisible-characters'], `<img src="${GAM}">`],
  [
    '35-quoted-printable',
    [`img ${GAM}`],
    ['quoted-printable'],
    `<img src="${GAM}" width="1" height="1" />`,
  ],
  ['36-proofpoint-v3', [`text ${U}%5Btimestamp%5D`], ['wrapped-link', 'macro-encoded'], INNOVID],
  ['37-proofpoint-v2', [`text ${INNOVID}`], ['wrapped-link'], INNOVID],
  ['38-google-redirect', [`text ${INNOVID}`], ['wrapped-link'], INNOVID],
  ['44-slack-link', [`text ${GAM}`], ['wrapped-link'], GAM],
];

function caseOf(id: string) {
  const found = CASES.find((it) => it.id === id);
  if (!found) throw new Error(`no case ${id}`);
  const { input, server, field } = found;
  const place = server === null ? ANYWHERE : inConsole(server);
  return { input, place: { ...place, field } };
}

describe('texts as people have them', () => {
  it.each(ROWS)('%s', (id, tags, codes, repaired) => {
    const { input, place } = caseOf(id);
    const checked = checkText(input, place);
    expect(checked.tags.map(({ carrier, url }) => `${carrier} ${url.text}`)).toEqual(tags);
    const grave = checked.findings.filter(({ severity }) => severity !== 'info');
    expect(grave.map(({ code }) => code)).toEqual(codes);
    expect(repairText(input, place)).toBe(repaired ?? input);
  });
});
