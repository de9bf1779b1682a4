import { describe, expect, it, test } from 'vitest';

import { dateOf, dayNumber, firstPeriod, periodAt, periodsOf } from '@/lib/core/report/days';
import { spanOf, wireDates } from '@/lib/core/report/span';
import { isTimeZone, localHour } from '@/lib/core/report/time-zone';

import { custom, question } from './planned';

describe('the days that a question means', () => {
  it.each([
    ['2026-11-20T10:00:00Z', 'UTC', '2026-11-13', '2026-11-19'],
    ['2026-11-20T03:00:00Z', 'America/New_York', '2026-11-12', '2026-11-18'],
    ['2026-11-20T05:00:00Z', 'America/New_York', '2026-11-13', '2026-11-19'],
    ['2026-11-19T15:00:00Z', 'Asia/Tokyo', '2026-11-13', '2026-11-19'],
    ['2026-03-01T00:00:00Z', 'UTC', '2026-02-22', '2026-02-28'],
    ['2028-03-01T00:00:00Z', 'UTC', '2028-02-23', '2028-02-29'],
  ])('the last 7 days at %s in %s', (now, timeZone, first, last) => {
    expect(spanOf(question({ timeZone }), Date.parse(now))).toEqual({ first, last });
  });

  it.each([
    ['2026-11-20T10:00:00Z', 'UTC', '2026-10-01', '2026-10-31'],
    ['2026-03-31T10:00:00Z', 'UTC', '2026-02-01', '2026-02-28'],
    ['2026-01-01T00:00:00Z', 'UTC', '2025-12-01', '2025-12-31'],
    ['2026-01-01T00:00:00Z', 'America/New_York', '2025-11-01', '2025-11-30'],
    ['2026-11-30T23:30:00Z', 'Europe/Berlin', '2026-11-01', '2026-11-30'],
  ])('the last month at %s in %s', (now, timeZone, first, last) => {
    const asked = question({ when: { kind: 'last-month' }, timeZone });
    expect(spanOf(asked, Date.parse(now))).toEqual({ first, last });
  });

  it.each([
    ['a zone that is none', { timeZone: 'Mars/Olympus' }, 'time-zone'],
    ['a day that is none', { when: custom('2026-02-30', '2026-03-02') }, 'no-days'],
    ['an end before the beginning', { when: custom('2026-11-02', '2026-11-01') }, 'no-days'],
    ['tomorrow', { when: custom('2026-11-21', '2026-11-21') }, 'not-yet'],
    ['500 days by the hour', { when: custom('2025-07-01', '2026-11-12'), by: 'hour' }, 'too-long'],
  ] as const)('none: %s', (_, part, problem) => {
    expect(spanOf(question(part), Date.parse('2026-11-20T10:00:00Z'))).toBe(problem);
  });

  it('those that are given, today among them', () => {
    const when = custom('2026-11-20', '2026-11-20');
    expect(spanOf(question({ when }), Date.parse('2026-11-20T10:00:00Z'))).toEqual(
      when.kind === 'custom' ? when.span : null,
    );
  });

  it.each([
    [true, '2026-10-01 00:00:00', '2026-11-01 00:00:00'],
    [false, '2026-10-01', '2026-11-01'],
  ])('on the wire, by hours %s: the end is not of it', (isHourly, start, end) => {
    expect(wireDates({ first: '2026-10-01', last: '2026-10-31' }, isHourly)).toEqual({
      start,
      end,
    });
  });
});

describe('periods', () => {
  const span = { first: '2026-11-12', last: '2026-11-14' };

  it.each([
    ['day', 3, '2026-11-12'],
    ['hour', 72, '2026-11-12 00'],
  ] as const)('by the %s', (by, count, first) => {
    expect([periodsOf(span, by), firstPeriod(span, by)]).toEqual([count, first]);
  });

  it.each([
    ['day', '2026-11-12', 0],
    ['day', '2026-11-14', 2],
    ['day', '2026-11-13 00:00:00', 1],
    ['day', '2026-11-15', -1],
    ['day', '2026-11-11', -1],
    ['day', '12.11.2026', -1],
    ['day', '', -1],
    ['hour', '2026-11-12 00:00:00', 0],
    ['hour', '2026-11-13 05:00', 29],
    ['hour', '2026-11-14T23', 71],
    ['hour', '2026-11-14', -1],
    ['hour', '2026-11-14 24:00:00', -1],
    ['hour', '2026-11-14 05:30:00', -1],
  ] as const)('by the %s, %j is no. %i', (by, cell, period) => {
    expect(periodAt(span, by, cell)).toBe(period);
  });

  test('days and their numbers', () => {
    expect([dayNumber('1970-01-02'), dateOf(1), dayNumber('2026-02-29'), dayNumber('x')]).toEqual([
      1,
      '1970-01-02',
      null,
      null,
    ]);
  });
});

test.each([
  ['UTC', '2026-11-20', 0],
  ['America/New_York', '2026-11-19', 19],
  ['EST5EDT', '2026-11-19', 19],
  ['Asia/Kolkata', '2026-11-20', 5],
])('the clock of %s', (zone, date, hour) => {
  expect(isTimeZone(zone)).toBe(true);
  expect(localHour(Date.parse('2026-11-20T00:00:00Z'), zone)).toEqual({ date, hour });
});

test.each(['', 'Mars/Olympus', 'UTC+99'])('no clock: %j', (zone) => {
  expect(isTimeZone(zone)).toBe(false);
  expect(localHour(0, zone)).toBeNull();
});
