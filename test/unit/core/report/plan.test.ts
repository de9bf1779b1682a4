import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ReportMeta } from '@/lib/core/report/meta';
import { planReport, ReportPlanSchema, TOLD_COLUMNS } from '@/lib/core/report/plan';
import type { Question } from '@/lib/core/report/question';
import { REPORT_TYPES, type ReportType } from '@/lib/core/report/report-type';

import { runs } from '../../runs';
import { custom, meta, METAS, metasOf, NOW, planOf, question, tracker } from './planned';

const plan = (asked: Question, metas: readonly ReportMeta[] = METAS, of = tracker()) =>
  planReport(asked, { metas, tracker: of, now: NOW });

describe('which type is asked', () => {
  it.each<[string, Partial<Question>, ReportType[], ReportType]>([
    ['an advertiser', {}, [...REPORT_TYPES], 'network_analytics'],
    [
      'a publisher',
      { about: { kind: 'publisher', id: 22 } },
      [...REPORT_TYPES],
      'network_publisher_analytics',
    ],
    [
      'a tracker, where only what is of one publisher is there',
      { about: { kind: 'tracker', id: 531 } },
      ['network_publisher_analytics', 'publisher_analytics'],
      'network_publisher_analytics',
    ],
    [
      'a line item, once the older ones are gone',
      { about: { kind: 'line-item', id: 11 } },
      ['monetize_creative_brand_analytics', 'monetize_supply_analytics'],
      'monetize_creative_brand_analytics',
    ],
    [
      'a publisher of which only its own is there',
      { about: { kind: 'publisher', id: 22 } },
      ['publisher_analytics'],
      'publisher_analytics',
    ],
  ])('%s', (_, part, types, type) => {
    expect(planOf(plan(question(part), metasOf(...types))).type).toBe(type);
  });

  it('a successor for days on which the older ones may have ended, though it tells less', () => {
    const asked = question({ when: custom('2027-01-01', '2027-01-31') });
    const facts = { metas: METAS, tracker: null, now: Date.parse('2027-02-02T00:00:00Z') };
    expect(planOf(planReport(asked, facts)).type).toBe('monetize_creative_brand_analytics');
    const old = { ...facts, metas: metasOf('network_analytics') };
    expect(planOf(planReport(asked, old))).toMatchObject({
      type: 'network_analytics',
      remarks: [{ kind: 'type-ends', type: 'network_analytics' }],
    });
  });

  it('the one of two successors that tells of external impressions', () => {
    const metas = [
      meta('monetize_creative_brand_analytics', { columns: new Set(['day', 'imps']) }),
      ...metasOf('monetize_supply_analytics'),
    ];
    expect(planOf(plan(question(), metas)).type).toBe('monetize_supply_analytics');
  });
});

describe('what is asked', () => {
  it('all that tells the rows of an advertiser apart, of external impressions', () => {
    expect(planOf(plan(question()))).toEqual({
      question: question(),
      type: 'network_analytics',
      span: { first: '2026-11-13', last: '2026-11-19' },
      publisherId: null,
      columns: [
        'day',
        ...TOLD_COLUMNS.flatMap(({ id, name }) => [id, name]),
        'external_impression',
        'cost',
      ],
      filters: [
        { column: 'imp_type_id', value: 9 },
        { column: 'advertiser_id', value: 700_101 },
      ],
      start: '2026-11-13 00:00:00',
      end: '2026-11-20 00:00:00',
      remarks: [],
    });
  });

  it('a publisher in the address where the type needs it', () => {
    const asked = question({ about: { kind: 'publisher', id: 22 }, by: 'hour' });
    const made = planOf(plan(asked, metasOf('network_publisher_analytics')));
    expect(made.publisherId).toBe(22);
    expect(made.columns).toEqual(expect.arrayContaining(['hour', 'media_cost_pub_curr']));
    expect(made.columns).not.toContain('publisher_name');
  });

  it('a tracker by all that it points at, as far as it does and the type knows it', () => {
    const asked = question({ about: { kind: 'tracker', id: 531 } });
    const narrowed = (of: ReturnType<typeof tracker>) =>
      planOf(plan(asked, METAS, of)).filters.map(({ column, value }) => `${column} ${value}`);
    const always = ['imp_type_id 9', 'advertiser_id 700101', 'line_item_id 11', 'publisher_id 22'];
    expect(narrowed(tracker())).toEqual([...always, 'placement_id 33', 'pub_rule_id 44']);
    expect(narrowed(tracker({ placement: null, paymentRule: null }))).toEqual(always);
  });

  it('dates without hours where the type has days only', () => {
    const metas = [meta('network_analytics', { granularity: 'daily' })];
    expect(planOf(plan(question(), metas))).toMatchObject({
      start: '2026-11-13',
      end: '2026-11-20',
    });
  });
});

describe('what is to be known beforehand', () => {
  const remarks = (part: Partial<Question>, types: readonly ReportType[] = REPORT_TYPES) =>
    planOf(plan(question(part), metasOf(...types))).remarks;

  it.each<[string, Partial<Question>, ReportType[], unknown]>([
    [
      'a day within all limits',
      { when: custom('2026-11-01', '2026-11-01') },
      [...REPORT_TYPES],
      [],
    ],
    [
      'hours from before they are kept, in the slow queue',
      { when: custom('2026-08-11', '2026-08-11'), by: 'hour' },
      ['network_analytics'],
      [
        { kind: 'hours-kept', days: 100 },
        { kind: 'slow-queue', days: 45 },
      ],
    ],
    [
      'the last hours that are kept',
      { when: custom('2026-08-12', '2026-08-12'), by: 'hour' },
      ['network_analytics'],
      [{ kind: 'slow-queue', days: 45 }],
    ],
    [
      'days 46 days ago',
      { when: custom('2026-10-05', '2026-10-06') },
      ['network_analytics'],
      [{ kind: 'slow-queue', days: 45 }],
    ],
    ['days 45 days ago', { when: custom('2026-10-06', '2026-10-06') }, ['network_analytics'], []],
    [
      'days of before the data of one publisher',
      { when: custom('2025-09-01', '2025-09-02'), about: { kind: 'publisher', id: 22 } },
      ['network_publisher_analytics'],
      [{ kind: 'data-kept', days: 428 }],
    ],
    [
      'a successor, before it began',
      { when: custom('2024-10-09', '2024-10-10') },
      ['monetize_supply_analytics'],
      [
        { kind: 'data-since', day: '2024-10-10' },
        { kind: 'not-told', what: 'payment-rule' },
      ],
    ],
    [
      'what a publisher sees of itself',
      { about: { kind: 'publisher', id: 22 } },
      ['publisher_analytics'],
      [{ kind: 'not-told', what: 'line-item' }, { kind: 'all-advertisers' }],
    ],
  ])('%s', (_, part, types, said) => {
    expect(remarks(part, types)).toEqual(said);
  });
});

describe('no plan', () => {
  it.each<[string, Partial<Question>, Partial<Parameters<typeof planReport>[1]>, unknown]>([
    ['no such zone', { timeZone: 'x' }, {}, { kind: 'span', problem: 'time-zone' }],
    [
      'a tracker that is not known',
      { about: { kind: 'tracker', id: 531 } },
      { tracker: null },
      { kind: 'tracker-unknown' },
    ],
    [
      'another tracker than is asked about',
      { about: { kind: 'tracker', id: 1 } },
      {},
      { kind: 'tracker-unknown' },
    ],
    [
      'a tracker that reports cannot tell',
      { about: { kind: 'tracker', id: 531 } },
      { tracker: tracker({ lineItem: null, publisher: null }) },
      { kind: 'tracker-bare' },
    ],
    [
      'nothing is offered',
      {},
      { metas: metasOf('publisher_analytics') },
      {
        kind: 'no-type',
        types: [
          { type: 'network_analytics', problem: 'not-offered' },
          { type: 'monetize_creative_brand_analytics', problem: 'not-offered' },
          { type: 'monetize_supply_analytics', problem: 'not-offered' },
        ],
      },
    ],
    [
      'hours of a type that has days',
      { by: 'hour', about: { kind: 'line-item', id: 11 } },
      {
        metas: [
          meta('network_analytics', { granularity: 'daily' }),
          meta('monetize_supply_analytics', { filters: new Set(['advertiser_id']) }),
          meta('monetize_creative_brand_analytics', { columns: new Set(['hour']) }),
        ],
      },
      {
        kind: 'no-type',
        types: [
          { type: 'network_analytics', problem: 'no-periods' },
          { type: 'monetize_creative_brand_analytics', problem: 'no-impressions' },
          { type: 'monetize_supply_analytics', problem: 'no-filter' },
        ],
      },
    ],
    [
      'a type of one publisher, for a tracker without one',
      { about: { kind: 'tracker', id: 531 } },
      {
        tracker: tracker({ publisher: null }),
        metas: metasOf('network_publisher_analytics'),
      },
      {
        kind: 'no-type',
        types: expect.arrayContaining([
          { type: 'network_publisher_analytics', problem: 'needs-publisher' },
        ]),
      },
    ],
  ])('%s', (_, part, facts, why) => {
    const known = { metas: METAS, tracker: tracker(), now: NOW, ...facts };
    expect(planReport(question(part), known)).toEqual({ kind: 'no-plan', why });
  });
});

it('law: a plan uses columns and filters of its meta alone, and what it plans can be kept', () => {
  const columns = [
    'hour',
    'day',
    'external_impression',
    'cost',
    'media_cost_pub_curr',
    ...TOLD_COLUMNS.flatMap(({ id, name }) => [id, name]),
  ];
  const filters = ['imp_type_id', 'advertiser_id', ...TOLD_COLUMNS.map(({ id }) => id)];
  const metas = fc.subarray([...REPORT_TYPES]).chain((types) =>
    fc.tuple(
      ...types.map((type) =>
        fc.record({
          type: fc.constant(type),
          granularity: fc.constantFrom('hourly', 'daily', null),
          columns: fc.subarray(columns).map((some) => new Set(some)),
          filters: fc.subarray(filters).map((some) => new Set(some)),
        }),
      ),
    ),
  );
  const ref = fc.option(fc.record({ id: fc.nat(), name: fc.string() }));
  const about = fc.constantFrom<Question['about']>(
    { kind: 'advertiser' },
    { kind: 'tracker', id: 531 },
    { kind: 'line-item', id: 11 },
    { kind: 'publisher', id: 22 },
  );
  const asked = fc.record({
    about,
    by: fc.constantFrom('day' as const, 'hour' as const),
    when: fc.constantFrom<Question['when']>(
      { kind: 'last-7-days' },
      { kind: 'last-month' },
      custom('2026-11-01', '2026-11-20'),
    ),
    timeZone: fc.constantFrom('UTC', 'America/New_York', 'Asia/Kolkata'),
  });
  const pointsAt = fc.record({ lineItem: ref, publisher: ref, placement: ref, paymentRule: ref });
  fc.assert(
    fc.property(metas, asked, pointsAt, fc.nat(4e12), (offered, part, at, now) => {
      const facts = { metas: offered, tracker: tracker(at), now };
      const planned = planReport(question(part), facts);
      if (planned.kind === 'no-plan') return;
      const { plan } = planned;
      const of = offered.find(({ type }) => type === plan.type);
      expect(plan.columns.filter((column) => !of?.columns.has(column))).toEqual([]);
      expect(plan.filters.filter(({ column }) => !of?.filters.has(column))).toEqual([]);
      expect(new Set(plan.columns).size).toBe(plan.columns.length);
      expect(plan.start < plan.end).toBe(true);
      expect(ReportPlanSchema.parse(structuredClone(plan))).toEqual(plan);
    }),
    runs(2000),
  );
});
