import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { placeByKey } from '@/components/reports/chart/place-by-key';
import { figuresAsked, figuresOf, pairsOfAll } from '@/components/reports/figures';
import { type QuestionForm, readQuestion } from '@/components/reports/read-question';
import { sortRows } from '@/components/reports/sort-rows';
import { totalOf, totalOfAll } from '@/lib/core/report/series-total';
import { reportsText as text } from '@/lib/text/reports/screens';

import { days, hours } from '../../core/report/chart/build';
import { COUNTED, opened } from './reports-sample';

describe('a total', () => {
  it.each<[readonly (number | null)[], number | null, number]>([
    [[1, 2, 3], 6, 0],
    [[1, null, 3], 4, 1],
    [[0, 0], 0, 0],
    [[null, null], null, 2],
    [[], null, 0],
  ])('of %j is %j, without %i', (counts, sum, unknown) => {
    expect(totalOf(days(counts))).toEqual({ sum, unknown });
  });

  it('of parts is that of the whole', () => {
    const counts = fc.array(fc.option(fc.nat()));
    fc.assert(
      fc.property(fc.array(counts), (parts) => {
        // Of the same days: what one does not know, the whole does not, and it is one day.
        const longest = Math.max(0, ...parts.map((part) => part.length));
        const unknown = Array.from({ length: longest }, (_, at) =>
          parts.some((part) => part[at] === null),
        ).filter(Boolean).length;
        expect(totalOfAll(parts.map((part) => days(part)))).toEqual({
          sum: totalOf(days(parts.flat())).sum,
          unknown,
        });
      }),
    );
  });

  it('of many rows has no more days that are not known than there are days', () => {
    const rows = Array.from({ length: 100 }, () => days([1, 2, null]));
    expect(totalOfAll(rows)).toEqual({ sum: 300, unknown: 1 });
  });
});

describe('the figures of a report', () => {
  it.each([
    [{ kind: 'tracker', id: 531 }, [[531]]],
    [{ kind: 'tracker', id: 533 }, [[532, 533]]],
    [{ kind: 'tracker', id: 9 }, []],
    [{ kind: 'line-item', id: 5501 }, [[531], [532, 533], [534], []]],
  ] as const)('that answer a question about %o are its own alone', (about, ids) => {
    const asked = figuresAsked(figuresOf(opened()), about);
    expect(asked.map(({ trackerIds }) => trackerIds)).toEqual(ids);
  });

  it('are of trackers, of one of several, and of none that is known here', () => {
    expect(figuresOf(opened()).map(({ name, trackerIds }) => [name, trackerIds])).toEqual([
      ['Home, autumn', [531]],
      ['One of these: Sport, autumn, Sport, autumn (copy)', [532, 533]],
      ['A flight with a name that goes on and on to its very end, 728x90', [534]],
      [text.noTracker, []],
    ]);
  });

  it('are told from each other', () => {
    const { others } = opened();
    const tuple = { lineItemId: 1, publisherId: 2, placementId: 0, paymentRuleId: null };
    const more = [...others, ...others.map((one) => ({ ...one, tuple }))];
    const keys = figuresOf(opened({ others: more })).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  const together = (...all: readonly ReturnType<typeof days>[]) => {
    const trackers = all.flatMap((impressions, at) =>
      COUNTED.slice(0, 1).map((row) => ({ ...row, trackerIds: [at], impressions })),
    );
    const pairs = pairsOfAll(figuresOf(opened({ trackers, others: [] })));
    return pairs?.pairs.map(({ period, counted }) => `${period.slice(8)} ${counted ?? '?'}`);
  };
  it.each<[string, readonly string[] | undefined, readonly string[] | undefined]>([
    ['are summed', together(days([1, 2]), days([10, 20])), ['01 11', '02 22']],
    [
      'of which one is not known are not known',
      together(days([1, null]), days([10, 20])),
      ['01 11', '02 ?'],
    ],
    [
      'of days that one does not have are not known',
      together(days([1]), days([10, 20])),
      ['01 11', '02 ?'],
    ],
    [
      'are in the order of time',
      together(days([1], '2026-11-03'), days([2], '2026-11-02')),
      ['02 ?', '03 ?'],
    ],
    ['by hour are by hour', together(hours([1, 2])), ['01 00 1', '01 01 2']],
    ['of none are none', together(), undefined],
  ])('all together %s', (_, told, wanted) => {
    expect(told).toEqual(wanted);
  });
});

describe('rows', () => {
  const rows = [{ n: 2 }, { n: null }, { n: 10 }, { n: 1 }];
  const by = (isDescending: boolean) =>
    sortRows(rows, { column: 'n', isDescending }, ({ n }) => n).map(({ n }) => n);
  it('have what is not known last both ways', () => {
    expect([by(false), by(true)]).toEqual([
      [1, 2, 10, null],
      [10, 2, 1, null],
    ]);
    expect(sortRows(rows, null, () => null)).toBe(rows);
  });
});

describe('a key in a picture of ten days', () => {
  it.each([
    ['ArrowRight', 4, 5],
    ['ArrowLeft', 4, 3],
    ['ArrowUp', 4, 5],
    ['ArrowDown', 0, 0],
    ['ArrowRight', 9, 9],
    ['PageUp', 1, 8],
    ['PageDown', 3, 0],
    ['Home', 4, 0],
    ['End', 4, 9],
    ['Enter', 4, null],
    ['Tab', 4, null],
  ])('%s leads from %i to %j', (key, at, to) => {
    expect(placeByKey(key, at, 10, 'day')).toBe(to);
  });
  it('leads nowhere where there is no day, and a day further in one of hours', () => {
    expect([placeByKey('End', 0, 0, 'day'), placeByKey('PageUp', 1, 100, 'hour')]).toEqual([
      null,
      25,
    ]);
  });
});

describe('a question in the form', () => {
  const form = (changes: Partial<QuestionForm>): QuestionForm => ({
    kind: 'advertiser',
    of: null,
    when: 'custom',
    first: '2026-11-01',
    last: '2026-11-14',
    by: 'day',
    timeZone: 'UTC',
    ...changes,
  });
  const read = (changes: Partial<QuestionForm>) => readQuestion(form(changes), '2026-11-27');

  it('is asked as it stands there', () => {
    expect(read({ kind: 'tracker', of: { id: 531, name: 'Home' }, by: 'hour' })).toEqual({
      asked: {
        about: { kind: 'tracker', id: 531 },
        when: { kind: 'custom', span: { first: '2026-11-01', last: '2026-11-14' } },
        by: 'hour',
        timeZone: 'UTC',
      },
    });
    expect(read({ when: 'last-month', first: '', last: '' })).toHaveProperty('asked.when', {
      kind: 'last-month',
    });
    expect(read({ last: '2026-11-01' })).toHaveProperty('asked');
  });

  it.each<[string, Partial<QuestionForm>, Record<string, string>]>([
    ['without a tracker', { kind: 'tracker' }, { of: text.whichMissing }],
    ['without a first day', { first: '' }, { first: text.dateMissing }],
    ['without a last day', { last: '' }, { last: text.dateMissing }],
    ['with days the wrong way round', { last: '2026-10-31' }, { last: text.dateOrder }],
    ['of days to come', { first: '2026-11-28', last: '2026-11-30' }, { first: text.dateFuture }],
    ['of half a date', { first: '2026-11' }, { first: text.dateMissing }],
  ])('is not asked %s', (_, changes, problems) => {
    expect(read(changes)).toEqual({ problems });
  });
});
