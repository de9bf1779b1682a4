import fc from 'fast-check';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { macrosOf } from '@/lib/core/ad-server/macros';
import { TAG_TYPES, type TagSpec } from '@/lib/core/tag/tag-spec';

const MACROS = AD_SERVERS.flatMap(macrosOf);

/** Text with the characters that end attributes, comments, URLs and macros. */
const awkward = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...`"'<>&=?#%-–_[]{}$!;,|\\/: \n\t\r`,
      '--',
      '-->',
      '%2',
      '%5BX%5D',
      '%25',
      '%%',
      '&amp;',
      '"" "',
    ),
    fc.constantFrom('é', '☕', '\u00A0', '“', 'a', 'Z', '0', 'ca', 'n', 'DO NOT MODIFY', ' - '),
    fc.string({ unit: 'binary', maxLength: 2 }),
  ),
  maxLength: 12,
});

/** A value as people have them: a macro, a number, or both with anything between. */
const value = fc.oneof(
  fc.constantFrom(...MACROS),
  awkward,
  fc
    .array(fc.oneof(fc.constantFrom(...MACROS), awkward), { maxLength: 4 })
    .map((all) => all.join('')),
  fc.integer({ min: 0 }).map(String),
);

const redir = fc.oneof(
  value,
  fc.tuple(value, value).map(([path, query]) => `https://px.example/${path}?x=${query}`),
);

/** Any spec a caller could hand in, sensible or not. */
export const anySpec: fc.Arbitrary<TagSpec> = fc.record({
  trackerId: fc.integer({ min: 1, max: 999_999_999_999 }),
  type: fc.constantFrom(...TAG_TYPES),
  loadedBy: fc.constantFrom('image' as const, 'javascript' as const),
  trackerName: fc.option(fc.oneof(awkward, fc.constantFrom('Spring – homepage', 'A & B'))),
  cachebuster: fc.option(value),
  ancost: fc.option(value),
  extra: fc.array(
    fc.record({ name: fc.oneof(awkward, fc.constant('gdpr')), value: fc.option(value) }),
    {
      maxLength: 3,
    },
  ),
  redir: fc.option(redir),
  ampersands: fc.constantFrom('raw' as const, 'escaped' as const),
});

/** Any text, with pieces of tags in it more often than chance would have it. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      awkward,
      fc.constantFrom(...MACROS),
      fc.constantFrom(
        '<img src="',
        "<script src='",
        '</script>',
        '<!-- Imp Tracker - ',
        ' - DO NOT MODIFY -->',
        '<!-- End of Imp Tracker -->',
        '<Impression><![CDATA[',
        ']]></Impression>',
        '<noscript>',
        '</noscript>',
        'https://ib.adnxs.com/imptr?id=531',
        '//ib.adnxs.net/imptr?',
        'media/imptr?id=1&',
        '&t=2',
        '&amp;t=1',
        '&cachebuster=',
        '&ancost=',
        '&redir=',
        'https%3A%2F%2Fpx.example',
        '/clktrb?id=1',
        '" width="1" />',
        '{"imptrackers":["',
        '"]}',
        '""',
        '>',
      ),
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(''));
