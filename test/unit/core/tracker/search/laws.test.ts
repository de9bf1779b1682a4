import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createTrackerFilter } from '@/lib/core/tracker/filter';
import { REF_FIELDS, SEARCH_FIELDS, type SearchField } from '@/lib/core/tracker/search/fields';
import { fold } from '@/lib/core/tracker/search/fold';
import { parseSearch } from '@/lib/core/tracker/search/parse';
import { createSearchList } from '@/lib/core/tracker/search/search-list';
import { withTerm } from '@/lib/core/tracker/search/write';
import { isNarrowing } from '@/lib/core/tracker/search/parse';

import { RUNS, runs } from '../../../runs';
import { tracker } from '../../../components/trackers/build';

const NOW = Date.UTC(2026, 10, 20);
const PIECES = [
  '"',
  '\\',
  ',',
  ' ',
  '-',
  ':',
  '..',
  '>',
  'state:',
  'id:',
  'modified:',
  '#',
  'É',
  '7d',
  '0',
];
const anySearch = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 12 })
  .map((parts) => parts.join(''));
const anyValue = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6, unit: 'binary' })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(''))
  .filter((text) => fold(text) !== '');

// Without blanks, and without what means something in a search or as a value begins; no number, which is an id.
const PLAIN = /^(?!\d+$)[^\s",\\#<>=.-][^\s",\\]*$/;
/** A value of a search that means these letters and nothing else, whatever is in them. */
const quoted = (value: string) => `"${value.replace(/["\\]/g, '\\$&')}"`;
/** `field:value`, with quotes where the value needs them: it means these letters, a number too. */
const termOf = (field: SearchField, value: string) =>
  `${field}:${PLAIN.test(value) ? value : quoted(value)}`;

const LIST = [
  ['Spring burst', 'Tidewater News'],
  ['Spring sale "12"', 'Calder, hourly'],
  ['Active life', 'News'],
  ['-dash state:active', 'Élan'],
].map(([name = '', publisher = ''], index) => ({
  ...tracker(90_011 + index, name),
  publisher: { id: index, name: publisher },
}));

describe('any search', () => {
  it('is read to its end, and each of its parts is a term, a mistake, or nothing', () => {
    fc.assert(
      fc.property(anySearch, (search) => {
        const { terms, mistakes, ids } = parseSearch(search, NOW);
        for (const { any } of terms) expect(any.length).toBeGreaterThan(0);
        for (const { typed, field } of mistakes) {
          expect(search).toContain(typed);
          expect(SEARCH_FIELDS).toContain(field);
        }
        if (ids?.length === 0) throw new Error('no ids, and asked for');
      }),
      RUNS,
    );
  });

  it('finds the same whether it was typed letter by letter or pasted', () => {
    fc.assert(
      fc.property(anySearch, (search) => {
        const typed = createSearchList();
        let found: readonly unknown[] = [];
        for (let length = 0; length <= search.length; length += 1) {
          found = typed(LIST, parseSearch(search.slice(0, length), NOW));
        }
        expect(found).toEqual(createSearchList()(LIST, parseSearch(search, NOW)));
      }),
      runs(2_000),
    );
  });

  it('finds nothing that is not in the list, in its order, and what it does not find its negation does', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const find = createTrackerFilter();
        const all = (search: string) => find(LIST, { search, state: 'all' }, NOW);
        const [found, others] = [all(quoted(value)), all(`-${quoted(value)}`)];
        expect(LIST.filter((it) => found.includes(it))).toEqual(found);
        expect([...found, ...others].toSorted((a, b) => a.id - b.id)).toEqual(LIST);
      }),
      RUNS,
    );
  });
});

describe('what is written is read again', () => {
  it.each(['name', 'code', ...REF_FIELDS] as const)('as %s', (field) => {
    fc.assert(
      fc.property(anyValue, anySearch, (value, before) => {
        const { terms, mistakes } = parseSearch(termOf(field, value), NOW);
        expect(mistakes).toEqual([]);
        expect(
          terms.map(({ any, isNot }) => [isNot, any.map((it) => 'text' in it && it.text)]),
        ).toEqual([[false, [fold(value)]]]);
        // Behind what is there it says the same, unless a quote is still open there.
        if (before.includes('"')) return;
        const both = parseSearch(withTerm(before, termOf(field, value)), NOW);
        expect(both.terms.at(-1)).toEqual(terms[0]);
        expect(isNarrowing(both)).toBe(true);
      }),
      runs(3_000),
    );
  });
});
