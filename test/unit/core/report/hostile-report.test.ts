import { describe, expect, it } from 'vitest';

import { planReport } from '@/lib/core/report/plan';
import { ReportError } from '@/lib/core/report/problem';
import { CountedTupleSchema } from '@/lib/core/report/report';
import { createReportReader } from '@/lib/core/report/report-reader';

import { custom, METAS, NOW, planOf, question } from './planned';

const ALL = question({ when: custom('2026-11-12', '2026-11-14') });
const plan = (asked = ALL) => planOf(planReport(asked, { metas: METAS, tracker: null, now: NOW }));
const HEADER =
  'day,line_item_id,line_item_name,publisher_id,publisher_name,placement_id,placement_name,pub_rule_id,pub_rule_name,external_impression,cost';
const ROW = '2026-11-13,11,Autumn,22,News,33,Top,44,Flat,5,0.250000';
const LATER = Date.parse('2026-11-15T00:00:00Z');
const csv = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`;

function read(text: string, asked = ALL) {
  const reader = createReportReader(plan(asked), LATER);
  reader.push(text);
  return reader.end();
}

function problemOf(act: () => unknown) {
  try {
    return act();
  } catch (error) {
    return error instanceof ReportError ? error.problem : error;
  }
}

describe('a file that ends too early', () => {
  it.each([
    ['in the middle of a row', csv(ROW, ROW).slice(0, -30)],
    ['in the middle of its first date', csv(ROW, ROW).slice(0, -ROW.length + 3)],
    ['within quotes', `${csv(ROW)}2026-11-12,11,"Aut`],
    ['in a row of which cells are quoted', `${csv(ROW)}2026-11-12,11,"Autumn",22,"News",33`],
    ['behind quotes', `${csv(ROW)}2026-11-12,11,"Autumn"`],
    ['in the middle of its titles', HEADER.slice(0, -8)],
  ])('%s is not taken for a whole one', (_, text) => {
    expect(problemOf(() => read(text))).toMatch(/cut-off|other-columns/);
  });

  it('is whole where its last row is', () => {
    expect(read(csv(ROW).trimEnd())).toMatchObject({ rows: 1, unread: 0 });
    expect(read(csv(ROW, 'short,row'))).toMatchObject({ rows: 2, unread: 1 });
  });
});

describe('rows of something else than was asked', () => {
  const about = (kind: 'line-item' | 'publisher', id: number) => ({
    ...ALL,
    about: { kind, id },
  });

  it.each([
    ['another line item', about('line-item', 11), ROW.replace(',11,', ',12,')],
    ['another publisher', about('publisher', 22), ROW.replace(',22,', ',23,')],
  ])('%s are not counted', (_, asked, row) => {
    const found = read(csv(row, ROW), asked);
    expect(found).toMatchObject({ rows: 2, unread: 1 });
    expect(found.counted.map(({ tuple }) => tuple)).toEqual([
      { lineItemId: 11, publisherId: 22, placementId: 33, paymentRuleId: 44 },
    ]);
  });

  it('are not told by an id that the service keeps no more', () => {
    expect(read(csv(ROW.replace(',11,', ',-1,')), about('line-item', 11))).toMatchObject({
      unread: 0,
    });
  });
});

it('titles that stand twice leave open which column is meant', () => {
  const twice = csv(ROW).replace('pub_rule_name', 'external_impression');
  expect(problemOf(() => read(twice))).toBe('other-columns');
});

it.each(['1e999', '9e307,9e307'])('money beyond all numbers is not known: %s', (cells) => {
  const rows = cells.split(',').map((cell) => ROW.replace('0.250000', cell));
  const { counted } = read(csv(...rows, ...rows, ...rows));
  expect(counted[0]?.cost).toBeNull();
  expect(counted.every((one) => CountedTupleSchema.safeParse(one).success)).toBe(true);
});

it('empty lines without end are not read for ever', () => {
  const reader = createReportReader(plan(), LATER);
  reader.push(csv(ROW));
  const lines = '\n'.repeat(1_000_000);
  expect(
    problemOf(() => {
      for (let at = 0; at < 7; at += 1) reader.push(lines);
    }),
  ).toBe('too-much');
});
