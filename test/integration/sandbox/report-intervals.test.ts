import { expect, test } from 'vitest';

import { spanOf } from '../../sandbox/api/report/interval.ts';
import { findReportType, REPORT_TYPES } from '../../sandbox/api/report/types.ts';
import { hourText } from '../../sandbox/time-hours.ts';
import { NOW } from './report-support.ts';

const told = (interval: string, zone = 'UTC', todayInLastDays = false, now = NOW) => {
  const span = spanOf(interval, new Date(now), { zone, todayInLastDays });
  return span && [hourText(span.from).slice(0, 13), hourText(span.to).slice(0, 13)];
};

test.each([
  ['current_hour', '2026-11-20 17', '2026-11-20 18'],
  ['last_hour', '2026-11-20 16', '2026-11-20 17'],
  ['today', '2026-11-20 00', '2026-11-20 18'],
  ['yesterday', '2026-11-19 00', '2026-11-20 00'],
  ['last_48_hours', '2026-11-18 17', '2026-11-20 17'],
  ['last_2_days', '2026-11-18 00', '2026-11-20 00'],
  ['last_7_days', '2026-11-13 00', '2026-11-20 00'],
  ['last_14_days', '2026-11-06 00', '2026-11-20 00'],
  ['last_30_days', '2026-10-21 00', '2026-11-20 00'],
  ['month_to_date', '2026-11-01 00', '2026-11-20 18'],
  ['mtd', '2026-11-01 00', '2026-11-20 18'],
  ['month_to_yesterday', '2026-11-01 00', '2026-11-20 00'],
  ['quarter_to_date', '2026-10-01 00', '2026-11-20 18'],
  ['last_month', '2026-10-01 00', '2026-11-01 00'],
  ['lifetime', '2007-01-01 00', '2026-11-20 18'],
])('%s is from %s to %s', (interval, from, to) => {
  expect(told(interval)).toEqual([from, to]);
});

test.each([
  ['today', 'America/New_York', NOW, '2026-11-20 00', '2026-11-20 13'],
  ['today', 'Asia/Tokyo', NOW, '2026-11-21 00', '2026-11-21 03'],
  ['last_month', 'Asia/Tokyo', '2026-12-31T16:00:00Z', '2026-12-01 00', '2027-01-01 00'],
  ['quarter_to_date', 'UTC', '2026-01-01T00:00:00Z', '2026-01-01 00', '2026-01-01 01'],
])('%s in %s at %s is from %s to %s', (interval, zone, now, from, to) => {
  expect(told(interval, zone, false, now)).toEqual([from, to]);
});

test('the last days may have today in them', () => {
  expect(told('last_7_days', 'UTC', true)).toEqual(['2026-11-14 00', '2026-11-20 18']);
});

test.each(REPORT_TYPES.map((type) => type.name))('every interval of %s is one', (name) => {
  const intervals = findReportType(name)?.intervals ?? [];
  expect(intervals.length).toBeGreaterThan(10);
  for (const one of intervals) {
    if (one !== 'custom') expect(told(one), one).not.toBeNull();
  }
  expect(told('last_year')).toBeNull();
});
