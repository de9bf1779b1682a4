import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findOrder } from '@/lib/core/report/third-party/date-order';
import { readDate, readHour } from '@/lib/core/report/third-party/dates';

import { runs } from '../../runs';

const said = (text: string, order: 'dmy' | 'mdy' | null = null) => {
  const date = readDate(text, order);
  return date && (date.hour === null ? date.day : `${date.day} ${date.hour}`);
};

describe('a date that can be read in one way', () => {
  it.each([
    ['2026-11-12', '2026-11-12'],
    ['2026/11/2', '2026-11-02'],
    ['2026.11.12', '2026-11-12'],
    ['20261112', '2026-11-12'],
    ['2026-11-12T05:00:00Z', '2026-11-12 5'],
    ['2026-11-12 05:00', '2026-11-12 5'],
    ['2026-11-12 05', '2026-11-12 5'],
    ['2026-11-12 23:59:59.999', '2026-11-12 23'],
    ['Nov 12, 2026', '2026-11-12'],
    ['November 12, 2026 5 PM', '2026-11-12 17'],
    ['Thu, Nov 12, 2026', '2026-11-12'],
    ['12 Nov 2026', '2026-11-12'],
    ['12-Nov-26', '2026-11-12'],
    ['12. März 2026', '2026-03-12'],
    ['12 août 2026', '2026-08-12'],
    ['12 de mayo de 2026', '2026-05-12'],
    ['1 juin 2026', '2026-06-01'],
    ['1 juillet 2026', '2026-07-01'],
    ['1 mrt 2026', '2026-03-01'],
    ['46338', '2026-11-12'],
    ['46338.25', '2026-11-12 6'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (text, day) => expect(said(text)).toBe(day));

  it.each([
    '',
    'Total',
    '2026-02-29',
    '2026-13-01',
    '2026-11-12 25:00',
    '12 Foo 2026',
    '31 Apr 2026',
    '1234',
    '99',
    '2026-11',
    '2026-11-12 to 2026-11-13',
    '11/12/2026',
  ])('%s is none', (text) => expect(said(text)).toBeNull());

  it.each([
    ['11/12/2026', 'dmy', '2026-12-11'],
    ['11/12/2026', 'mdy', '2026-11-12'],
    ['11/12/26', 'mdy', '2026-11-12'],
    ['11/12/2026 5:00 AM', 'mdy', '2026-11-12 5'],
    ['12.11.2026', 'dmy', '2026-11-12'],
    ['31/12/2026', 'mdy', null],
  ] as const)('%s, %s, is %s', (text, order, day) => expect(said(text, order)).toBe(day));

  it.each([
    ['0', 0],
    ['23', 23],
    ['05:00', 5],
    ['5 AM', 5],
    ['12 am', 0],
    ['12:30 p.m.', 12],
    ['05:00 - 05:59', 5],
    ['24', null],
    ['13 PM', null],
    ['', null],
    ['noon', null],
  ])('the hour of %s is %s', (text, hour) => expect(readHour(text)).toBe(hour));
});

describe('day or month first, by all dates of a column', () => {
  const TODAY = '2026-11-27';
  const run = (dates: readonly string[]) => findOrder(dates, TODAY);
  const found = (order: string) => ({ kind: 'found', order });
  const week = (text: (day: number) => string) => [2, 3, 4, 5, 6, 7, 8].map(text);
  it.each([
    ['one number is no month', ['01/11/2026', '13/11/2026'], found('dmy')],
    ['the other number is no month', ['11/01/2026', '11/13/2026'], found('mdy')],
    ['points', ['01.11.2026'], found('dmy')],
    ['one reading has not been yet', ['11/12/2026'], found('mdy')],
    ['days in a row', week((day) => `0${day}/03/2026`), found('dmy')],
    ['days in a row, months first', week((day) => `03/0${day}/2026`), found('mdy')],
    [
      'days in a row in any order of rows',
      week((day) => `0${day}/03/2026`).toReversed(),
      found('dmy'),
    ],
  ])('is known: %s', (_, dates, order) => expect(run(dates)).toEqual(order));

  it.each([
    ['one date that could be both', ['02/03/2026']],
    ['the same day and month', ['03/03/2026']],
    ['six days', week((day) => `0${day}/03/2026`).slice(1)],
    ['firsts of months, or days in a row', week((day) => `01/0${day}/2026`)],
    ['neither is a run', ['02/03/2026', '04/05/2026', '06/07/2026']],
  ])('is asked: %s', (_, dates) => expect(run(dates)).toMatchObject({ kind: 'asked' }));

  it('is neither where both are in one column', () => {
    expect(run(['13/11/2026', '11/13/2026'])).toEqual({ kind: 'mixed' });
  });
  it.each([
    ['a year that may come first', ['26/11/12', '26/11/13']],
    ['the same with other signs', ['25-12-31', '26-01-01']],
  ])('is not told: %s', (_, dates) => expect(run(dates)).toEqual({ kind: 'mixed' }));
  it.each([
    ['days without the century', ['24/11/26', '27/11/26'], found('dmy')],
    ['months first without it', ['11/24/26'], found('mdy')],
    ['points without it', ['26.11.26'], found('dmy')],
  ])('is told: %s', (_, dates, order) => expect(run(dates)).toEqual(order));
  it('is no question where dates say it themselves', () => {
    expect(
      run(['2026-11-12', 'Nov 3, 2026', '46338', 'Total', '13/13/2026', '1/2/2026 noon']),
    ).toEqual({ kind: 'none' });
  });

  it('is never the other one, whatever days a report has', () => {
    const day = fc
      .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2026, 10, 27) })
      .map((at) => new Date(at).toISOString().slice(0, 10));
    const days = fc.oneof(
      fc.array(day, { minLength: 1, maxLength: 12 }),
      fc
        .tuple(day, fc.integer({ min: 1, max: 40 }))
        .map(([first, count]) => following(first, count)),
    );
    const way = fc.constantFrom('dmy' as const, 'mdy' as const);
    const sign = fc.constantFrom('/', '-');
    fc.assert(
      fc.property(days, way, sign, fc.boolean(), (all, order, sign, isShort) => {
        const texts = all.map((text) => {
          const [year = '', month = '', date = ''] = text.split('-');
          const parts = order === 'dmy' ? [date, month] : [month, date];
          return [...parts, isShort ? year.slice(2) : year].join(sign);
        });
        const found = findOrder(texts, TODAY);
        if (found.kind !== 'found') return;
        const read = texts.map((text) => readDate(text, found.order)?.day);
        expect(read).toEqual(all);
      }),
      runs(3000),
    );
  });
  const following = (first: string, count: number) =>
    Array.from({ length: count }, (_, at) => Date.parse(first) + at * 86_400_000)
      .filter((at) => at <= Date.parse(TODAY))
      .map((at) => new Date(at).toISOString().slice(0, 10));
});
