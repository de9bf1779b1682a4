import { describe, expect, it } from 'vitest';

import { CAUSES } from '@/lib/core/report/cause';
import { pairUp } from '@/lib/core/report/chart/pairs';
import type { Agreement } from '@/lib/core/report/reconciled';
import { chartSummary, thirdPartyTitle, valueText } from '@/lib/text/reports/chart';
import { causesText, explanationText } from '@/lib/text/reports/causes';
import { agreementWhy } from '@/lib/text/reports/comparing';
import {
  countText,
  differenceText,
  percentText,
  periodText,
  spanText,
  tickText,
  totalText,
  weekdayText,
} from '@/lib/text/reports/periods';
import { aboutText, questionText } from '@/lib/text/reports/screens';

import { days } from '../core/report/chart/build';

describe('figures and dates in words', () => {
  it.each([
    [periodText('2026-11-12'), '12 Nov 2026'],
    [periodText('2026-11-12 05'), '12 Nov 2026, 05:00'],
    [weekdayText('2026-11-14'), 'Sat 14 Nov 2026'],
    [spanText({ first: '2026-11-01', last: '2026-11-30' }), '1 to 30 Nov 2026'],
    [spanText({ first: '2026-10-28', last: '2026-11-03' }), '28 Oct to 3 Nov 2026'],
    [spanText({ first: '2025-11-28', last: '2026-11-03' }), '28 Nov 2025 to 3 Nov 2026'],
    [spanText({ first: '2026-11-03', last: '2026-11-03' }), '3 Nov 2026'],
    [tickText({ period: '2026-11-12 06', as: 'hour' }), '06:00'],
    [tickText({ period: '2026-11-12 00', as: 'day' }), '12 Nov'],
    [tickText({ period: '2026-11-01', as: 'month' }), 'Nov 2026'],
    [tickText({ period: '2027-01-01', as: 'year' }), '2027'],
    [countText(null), 'not known'],
    [countText(0), '0'],
    [differenceText(-1500), '−1,500'],
    [percentText(11.11), '11.1 %'],
    [percentText(-0.04), '0.0 %'],
    [percentText(-3.25), '−3.3 %'],
    [percentText(10), '10.0 %'],
    [percentText(10.04), '10.04 %'],
    [percentText(-15.004), '−15.004 %'],
    [percentText(99.99), '99.99 %'],
    [percentText(10.000_000_1), '10.0 %'],
    [percentText(null), 'not known'],
    [totalText({ sum: 1234, unknown: 2 }, 'hour'), '1,234 (2 hours not known)'],
    [totalText({ sum: 1234, unknown: 1 }, 'day'), '1,234 (1 day not known)'],
    [totalText({ sum: null, unknown: 9 }, 'day'), 'not known'],
    [totalText({ sum: 0, unknown: 0 }, 'day'), '0'],
  ])('%s', (said, wanted) => {
    expect(said).toBe(wanted);
  });
});

describe('a picture in words', () => {
  const both = pairUp(days([90, 5]), days([100, 9]));
  const value = { period: '2026-11-01', counted: 90, thirdParty: 100, difference: 10, percent: 10 };

  it.each<[string | null, string]>([
    ['UTC', 'Sun 1 Nov 2026 (UTC): Monetize 90; ad server 100; difference 10, 10.0 %. Worst day'],
    [
      'Europe/Berlin',
      'Sun 1 Nov 2026 (UTC): Monetize 90; ad server 100 (Europe/Berlin); difference 10, 10.0 %. Worst day',
    ],
    [
      null,
      'Sun 1 Nov 2026 (UTC): Monetize 90; ad server 100 (time zone not known); difference 10, 10.0 %. Worst day',
    ],
  ])('names the zone of both sides where the ad server’s is %s', (zone, said) => {
    expect(valueText({ ...value, isWorst: true }, both, 'UTC', zone)).toBe(said);
  });

  it('says what is not known', () => {
    const none = { ...value, thirdParty: null, difference: null, percent: null, isWorst: false };
    expect(valueText(none, both, 'UTC', 'UTC')).toBe(
      'Sun 1 Nov 2026 (UTC): Monetize 90; ad server not known; difference not known',
    );
    expect(valueText(none, { isCompared: false }, 'UTC', 'UTC')).toBe(
      'Sun 1 Nov 2026 (UTC): Monetize 90',
    );
  });

  it('is summed up for who does not see it', () => {
    expect(chartSummary(both, 'UTC', '2026-11-02')).toBe(
      'Impressions counted by Monetize and by the ad server, by day, 1 Nov 2026 to 2 Nov 2026 (UTC). Monetize counted most on 1 Nov 2026: 90. The worst day is 2 Nov 2026.',
    );
    expect(chartSummary(pairUp(days([null]), null), 'UTC', null)).toContain('Nothing of Monetize');
    expect(chartSummary(pairUp(days([]), null), 'UTC', null)).toContain('no day');
  });

  it('heads the ad server’s side by its zone, where that is another or not known', () => {
    expect(['UTC', 'Asia/Tokyo', null].map((zone) => thirdPartyTitle('UTC', zone))).toEqual([
      'Ad server',
      'Ad server (Asia/Tokyo)',
      'Ad server (time zone not known)',
    ]);
  });
});

describe('questions and causes in words', () => {
  it('name what a report is about', () => {
    expect(aboutText({ kind: 'line-item', id: 5 }, 'Autumn')).toBe('Line item Autumn (5)');
    expect(aboutText({ kind: 'tracker', id: 5 }, null)).toBe('Tracker 5');
    expect(
      questionText(
        {
          advertiserId: 1,
          about: { kind: 'advertiser' },
          when: { kind: 'custom', span: { first: '2026-11-01', last: '2026-11-02' } },
          by: 'hour',
          timeZone: 'UTC',
        },
        'Harbour Coffee',
      ),
    ).toBe('Harbour Coffee, 1 to 2 Nov 2026, by hour (UTC)');
  });

  it('name every cause by another name', () => {
    expect(new Set(CAUSES.map((cause) => causesText.cause[cause])).size).toBe(CAUSES.length);
  });

  it('never claim a cause that was not found', () => {
    const said = { readings: [], parts: [] };
    expect(explanationText({ ...said, outcome: 'found', found: 'bad-day' })).toMatch(
      /^Found: one bad day\./,
    );
    const others = (['flat', 'few', 'cannot-tell'] as const).map((outcome) =>
      explanationText({ ...said, outcome, found: null }),
    );
    expect(others.filter((one) => one.includes('Found'))).toEqual([]);
  });

  it.each<[Agreement, number | null, RegExp]>([
    ['agrees', 10, /10 % or less/],
    ['over', 12.5, /more than 12.5 %/],
    ['few', 10, /fewer than 1,000/],
    ['unknown', null, /not known/],
    ['over', null, /^$/],
  ])('say why counts are %s at %j', (agreement, threshold, said) => {
    expect(agreementWhy(agreement, threshold)).toMatch(said);
  });
});
