import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { planReport } from '@/lib/core/report/plan';
import { ReportSchema } from '@/lib/core/report/report';
import { createReportReader, type ReadReport } from '@/lib/core/report/report-reader';

import { runs } from '../../runs';
import { custom, METAS, metasOf, NOW, planOf, question } from './planned';

const DAYS = question({ when: custom('2026-11-12', '2026-11-14') });
const daily = planOf(planReport(DAYS, { metas: METAS, tracker: null, now: NOW }));
const hourly = planOf(
  planReport(
    { ...DAYS, by: 'hour', timeZone: 'America/New_York' },
    { metas: METAS, tracker: null, now: NOW },
  ),
);
const HEADER =
  'day,line_item_id,line_item_name,publisher_id,publisher_name,placement_id,placement_name,pub_rule_id,pub_rule_name,external_impression,cost';
const LATER = Date.parse('2026-11-15T00:00:00Z');

function read(
  text: string,
  {
    plan = daily,
    closedUntil = LATER,
    size = text.length || 1,
  }: {
    plan?: typeof daily;
    closedUntil?: number | null;
    size?: number;
  } = {},
): ReadReport {
  const reader = createReportReader(plan, closedUntil);
  for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size));
  return reader.end();
}

const csv = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`;
const ROW = '2026-11-13,11,Autumn,22,News,33,Top,44,Flat,5,0.250000';
const counts = (found: ReadReport) => found.counted.map(({ impressions }) => impressions.counts);

describe('a report', () => {
  it('becomes sums per tuple and day, none left out', () => {
    const other = '2026-11-12,11,Autumn,22,News,0,--,0,--,7,1.5';
    expect(read(csv(ROW, other, ROW))).toEqual({
      rows: 3,
      unread: 0,
      counted: [
        {
          tuple: { lineItemId: 11, publisherId: 22, placementId: 33, paymentRuleId: 44 },
          names: { lineItem: 'Autumn', publisher: 'News', placement: 'Top', paymentRule: 'Flat' },
          impressions: { by: 'day', first: '2026-11-12', counts: [0, 10, 0] },
          cost: 0.5,
        },
        {
          tuple: { lineItemId: 11, publisherId: 22, placementId: 0, paymentRuleId: 0 },
          names: { lineItem: 'Autumn', publisher: 'News', placement: null, paymentRule: null },
          impressions: { by: 'day', first: '2026-11-12', counts: [7, 0, 0] },
          cost: 1.5,
        },
      ],
    });
  });

  it.each([
    ['a line’s end as in Windows', csv(ROW).replaceAll('\n', '\r\n')],
    ['no end of its last line', csv(ROW).trimEnd()],
    ['a byte order mark', `\uFEFF${csv(ROW)}`],
    ['titles in other letters', csv(ROW).replace(HEADER, HEADER.toUpperCase())],
    ['an empty line', csv('', ROW, '')],
    ['all cells quoted', csv(ROW).replaceAll(/[^,\n]+/g, '"$&"')],
    [
      'columns in another order, one more among them',
      csv(ROW)
        .trimEnd()
        .split('\n')
        .map((line, index) => ['x', ...line.split(',').toReversed()].join(index ? ',' : ','))
        .join('\n'),
    ],
  ])('with %s', (_, text) => {
    expect(read(text)).toEqual(read(csv(ROW)));
  });

  it('has names with commas, quotes and lines in them', () => {
    const text = csv(ROW.replace('Autumn', '"Autumn, ""the"" best\nof all"'));
    expect(read(text).counted[0]?.names.lineItem).toBe('Autumn, "the" best\nof all');
  });

  it('by the hour, on the clock of the report', () => {
    const text = csv(ROW.replace('2026-11-13', '2026-11-13 05:00:00')).replace('day', 'hour');
    const found = read(text, { plan: hourly, closedUntil: null }).counted[0]?.impressions;
    expect([found?.by, found?.first, found?.counts[29]]).toEqual(['hour', '2026-11-12 00', 5]);
  });

  it.each([
    ['a day outside of its span', ROW.replace('11-13', '11-15')],
    ['no day', ROW.replace('2026-11-13', 'Total')],
    ['no count', ROW.replace(',5,', ',,')],
    ['a count that is none', ROW.replace(',5,', ',5.5,')],
    ['fewer than none', ROW.replace(',5,', ',-5,')],
    ['an id that is none', ROW.replace(',22,', ',Newsroom,')],
    ['a cell too few', ROW.replace(',0.250000', '')],
    ['a cell too many', `${ROW},1`],
  ])('counts a row with %s, and passes it over', (_, row) => {
    expect(read(csv(row, ROW))).toEqual({ ...read(csv(ROW)), rows: 2, unread: 1 });
  });

  it.each([
    ['-1', null],
    ['--', null],
    ['', null],
    ['0', 0],
  ])('says of the placement %j: %j', (cell, placementId) => {
    expect(read(csv(ROW.replace(',33,', `,${cell},`))).counted[0]?.tuple).toMatchObject({
      placementId,
    });
  });

  it('sums what is written in two ways and means the same', () => {
    const found = read(csv(ROW.replace(',33,', ',-1,'), ROW.replace(',33,', ',--,')));
    expect(counts(found)).toEqual([[0, 10, 0]]);
  });

  it('does not know a sum of money of which one is none', () => {
    expect(read(csv(ROW, ROW.replace('0.250000', 'x'))).counted[0]?.cost).toBeNull();
  });

  it('without what its type does not tell', () => {
    const asked = { ...DAYS, about: { kind: 'publisher' as const, id: 22 } };
    const facts = { metas: metasOf('publisher_analytics'), tracker: null, now: NOW };
    const plan = planOf(planReport(asked, facts));
    const text = `${plan.columns.join(',')}\n2026-11-13,22,33,Top,44,Flat,5\n`;
    expect(read(text, { plan }).counted).toMatchObject([
      {
        tuple: { lineItemId: null, publisherId: 22, placementId: 33, paymentRuleId: 44 },
        cost: null,
      },
    ]);
  });

  it.each([
    ['nothing', ''],
    ['a page', '<html>\n<body>Not found</body>\n'],
    ['other columns', `${HEADER.replace('external_impression', 'imps')}\n${ROW}\n`],
    ['a tuple told in part', `${HEADER.replace('placement_id', 'site_id')}\n${ROW}\n`],
  ])('is none: %s', (_, text) => {
    expect(() => read(text)).toThrow('other-columns');
  });

  it.each([
    ['a quote that is never closed', `${HEADER}\n"${'x'.repeat(1_100_000)}`],
    ['a row without an end', `${HEADER}\n${'x'.repeat(1_100_000)}`],
  ])('is more than is read: %s', (_, text) => {
    expect(() => read(text, { size: 65_536 })).toThrow('too-much');
  });
});

describe('a day without a row', () => {
  it.each<[string, string | null, (number | null)[]]>([
    ['counted none where all was counted', '2026-11-15T00:00:00Z', [0, 5, 0]],
    ['is not known before it is over', '2026-11-14T23:00:00Z', [0, 5, null]],
    [
      'is not known where it had not begun, and what is told is',
      '2026-11-12T12:00:00Z',
      [null, 5, null],
    ],
    ['behind the last of any row is not known where the service says nothing', null, [0, 5, null]],
  ])('%s', (_, closedUntil, expected) => {
    const at = closedUntil === null ? null : Date.parse(closedUntil);
    expect(counts(read(csv(ROW), { closedUntil: at }))).toEqual([expected]);
  });

  it('is closed by the clock of its zone', () => {
    const plan = { ...daily, question: { ...DAYS, timeZone: 'America/New_York' } };
    const at = (moment: string) =>
      counts(read(csv(ROW), { plan, closedUntil: Date.parse(moment) }));
    expect(at('2026-11-15T04:00:00Z')).toEqual([[0, 5, null]]);
    expect(at('2026-11-15T05:00:00Z')).toEqual([[0, 5, 0]]);
  });
});

it('law: wherever it is cut, and in whatever order its rows come, it is the same', () => {
  const cell = fc.constantFrom('11', '22', '0', '-1', 'x', '');
  const name = fc.constantFrom('A', '"A, B"', '"say ""so"""', '"two\nlines"', '""', '--');
  const row = fc
    .tuple(
      fc.constantFrom('2026-11-12', '2026-11-13', '2026-11-20', 'Total'),
      cell,
      name,
      cell,
      cell,
      fc.constantFrom('0', '3', '12', '', '1.5'),
    )
    .map(
      ([day, lineItem, text, publisher, placement, count]) =>
        `${day},${lineItem},${text},${publisher},News,${placement},${text},0,--,${count},1`,
    );
  const cases = fc.tuple(fc.array(row, { maxLength: 12 }), fc.integer({ min: 1, max: 40 }));
  const sumsOf = (found: ReadReport) =>
    found.counted
      .map(({ tuple, impressions, cost }) => JSON.stringify([tuple, impressions, cost]))
      .toSorted();
  fc.assert(
    fc.property(cases, ([rows, size]) => {
      const whole = read(csv(...rows));
      expect(read(csv(...rows), { size })).toEqual(whole);
      const turned = read(csv(...rows.toReversed()), { size });
      expect(sumsOf(turned)).toEqual(sumsOf(whole));
      expect(turned.unread).toBe(whole.unread);
      const report = {
        id: 'a',
        question: DAYS,
        type: daily.type,
        span: daily.span,
        publisherId: null,
        askedAt: NOW,
        madeAt: null,
        closedUntil: LATER,
        ...whole,
      };
      expect(ReportSchema.parse(report)).toEqual(report);
    }),
    runs(2000),
  );
});
