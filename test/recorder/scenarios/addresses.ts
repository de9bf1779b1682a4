import { type Expected, fires, img, js, px, said, type Scenario } from '../scenario.ts';

const IMPTR = 'https://ib.adnxs.com/imptr';
/** Placeholders as ad servers, players and people write them, each the cachebuster of a tracker of its own. */
const LEFT = [
  '[timestamp]',
  '%%CACHEBUSTER%%',
  '${CACHEBUSTER}',
  '{{random}}',
  '[RND]',
  '$random',
  '__RANDOM__',
  '%n',
  '[CACHEBUSTING]',
  '{timestamp}',
];
const left = (
  first: number,
  write: (macro: string) => string,
): Pick<Scenario, 'pages' | 'expected'> => ({
  pages: {
    '/': LEFT.map((macro, index) =>
      fires(`${IMPTR}?id=${first + index}&t=2&cachebuster=${write(macro)}`),
    ).join(''),
  },
  expected: {
    asked: LEFT.length,
    recorded: LEFT.length,
    said: Object.fromEntries(LEFT.map((_, index) => [first + index, ['cachebuster-macro']])),
  },
});
const one = (name: string, body: string, expected: Expected): Scenario => ({
  name,
  pages: { '/': body },
  expected,
});
const query = (name: string, id: number, text: string, ...codes: string[]) =>
  one(
    name,
    fires(`${IMPTR}?${text}`),
    said(/^id=\d+(?:&|$)/.test(text) && !text.startsWith('id=0') ? id : '*', ...codes),
  );

/** What a person may have written wrong. */
export const ADDRESSES: readonly Scenario[] = [
  { name: 'placeholders that nobody filled in', daily: true, ...left(11_000, (macro) => macro) },
  { name: 'the same, encoded', ...left(11_100, encodeURIComponent) },
  query('a number and a placeholder', 111, 'id=111&t=2&cachebuster=12[RND]', 'cachebuster-macro'),
  query(
    'a placeholder for a price',
    112,
    'id=112&t=2&cachebuster={new}&ancost=${AUCTION_PRICE}',
    'cost-macro',
  ),
  query('no cachebuster', 113, 'id=113&t=2', 'cachebuster-missing'),
  query('an empty cachebuster', 114, 'id=114&t=2&cachebuster=', 'cachebuster-missing'),
  {
    ...query(
      'a cachebuster that is no value',
      115,
      'id=115&t=2&cachebuster=0',
      'cachebuster-missing',
    ),
    daily: true,
  },
  query('another that is no value', 116, 'id=116&t=2&cachebuster=false', 'cachebuster-missing'),
  query('no type', 117, 'id=117&cachebuster={new}', 'type-missing'),
  query('an unknown type', 118, 'id=118&t=3&cachebuster={new}', 'type-bad'),
  {
    ...query('two types', 119, 'id=119&t=2&t=1&cachebuster={new}', 'parameter-twice'),
    daily: true,
  },
  query('two ids', 120, 'id=120&id=9&t=2&cachebuster={new}', 'parameter-twice'),
  one('a script’s type in a picture', img(px(121, 1)), said(121, 'type-mismatch')),
  one(
    'a picture’s type in a script',
    `<script src="${px(122)}"></script>`,
    said(122, 'type-mismatch'),
  ),
  {
    ...one(
      'a script’s type where no script runs',
      js(`navigator.sendBeacon("${px(123, 1)}",'x')`),
      said(123, 'type-mismatch'),
    ),
    daily: true,
  },
  one(
    'a script’s type in a frame',
    `<iframe src="${px(124, 1)}"></iframe>`,
    said(124, 'type-mismatch'),
  ),
  { ...query('an id of zero', 0, 'id=0&t=2&cachebuster={new}', 'tracker-id-bad'), daily: true },
  query('no id', 0, 't=2&cachebuster={new}', 'tracker-id-bad'),
  query(
    'a price with a comma',
    126,
    'id=126&t=2&cachebuster={new}&ancost=1,5',
    'cost-not-a-number',
  ),
  query(
    'a price below nothing',
    127,
    'id=127&t=2&cachebuster={new}&ancost=-1',
    'cost-not-a-number',
  ),
  query(
    'a price in another unit',
    140,
    'id=140&t=2&cachebuster={new}&ancost=2500',
    'cost-other-unit',
  ),
  query('&amp; that was sent', 141, 'id=141&amp;t=2&amp;cachebuster={new}', 'ampersand-left'),
  query('the end of a tag in the address', 142, 'id=142&t=2&cachebuster={new}"/>', 'markup-left'),
  query('a quote of a word processor', 143, 'id=143&t=2&cachebuster={new}”', 'quotes-left'),
  query('a space behind the type', 144, 'id=144&t=2 &cachebuster={new}', 'space-left'),
  query(
    'a variable that was empty',
    145,
    'id=145&t=2&cachebuster={new}&gdpr_consent=undefined',
    'no-value',
  ),
  query(
    'a placeholder as HTML writes it',
    146,
    'id=146&t=2&cachebuster=&#91;timestamp&#93;',
    'cachebuster-missing',
    'query-malformed',
  ),
  query(
    'the same, encoded as HTML writes it',
    147,
    'id=147&t=2&cachebuster=%26%2391%3Btimestamp%26%2393%3B',
    'entity-left',
  ),
  query('a price that is fine', 128, 'id=128&t=2&cachebuster={new}&ancost=1.25'),
  {
    ...one(
      'a path in capitals',
      img(px(129).replace('imptr', 'IMPTR')),
      said(129, 'address-other'),
    ),
    daily: true,
  },
  one(
    'a slash behind the path',
    img(px(130).replace('imptr?', 'imptr/?')),
    said(130, 'address-other'),
  ),
  one('a port', img(px(131).replace('.com/', '.com:8443/')), said(131, 'address-other')),
  one('a host in capitals', img(px(132).replace('ib.adnxs', 'IB.ADNXS')), said(132)),
  one('no scheme', img(px(133).replace('https:', '')), said(133)),
];
