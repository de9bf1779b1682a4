import { describe, expect, it } from 'vitest';

import type { CaseFacts } from '@/lib/core/report/cause';
import { explain } from '@/lib/core/report/detective/explain';
import { createChance, factsOf, FIRST, hourly, TRAFFIC, twoCounts, type Traffic } from './made';

const DAYS = 35;
const HOURS = hourly(TRAFFIC.weekly(6000));
const moved =
  (hours: (at: number) => number): Traffic =>
  (at) =>
    HOURS(at - hours(at));

function byHour(counted: Traffic, thirdParty: Traffic, known: Partial<CaseFacts> = {}) {
  const two = twoCounts(createChance(3), DAYS * 24, thirdParty, counted);
  const told = explain(
    factsOf([], [], {
      counted: { by: 'hour', first: `${FIRST} 00`, counts: two.counted },
      thirdParty: { by: 'hour', first: `${FIRST} 00`, counts: two.thirdParty },
      ...known,
    }),
  );
  const zone = told.readings.find(({ cause }) => cause === 'time-zone');
  return { ...told, zone };
}

describe('by the hour a shift is told in hours', () => {
  // The clocks of New York go back on 1 November, the 27th day.
  const autumn = moved((at) => (at < 27 * 24 ? 4 : 5));

  it.each<[string, Traffic, Partial<CaseFacts>, number, object]>([
    ['five hours, the zones not named', moved(() => 5), {}, 0.75, { hours: 5 }],
    [
      'five hours, as the zones say',
      moved(() => 5),
      { thirdPartyZone: 'America/Bogota' },
      0.95,
      { hours: 5, zoneHours: 5 },
    ],
    [
      'five hours, where the zones say three',
      moved(() => 5),
      { thirdPartyZone: 'America/Sao_Paulo' },
      0.75,
      { hours: 5, zoneHours: 3 },
    ],
    [
      'nine hours earlier',
      moved(() => -9),
      { thirdPartyZone: 'Asia/Tokyo' },
      0.95,
      { hours: -9, zoneHours: -9 },
    ],
    [
      'a half hour',
      moved(() => 5.5),
      { countedZone: 'Asia/Kolkata', thirdPartyZone: 'UTC' },
      0.95,
      { hours: 5.5, zoneHours: 5.5 },
    ],
    [
      'clocks that were put back',
      autumn,
      { thirdPartyZone: 'America/New_York' },
      0.95,
      { hours: 4, hoursThen: 5, changedOn: '2026-11-01', zoneHours: 4, zoneHoursLast: 5 },
    ],
    ['a zone that is none', moved(() => 5), { thirdPartyZone: 'Mars' }, 0.75, { hours: 5 }],
  ])('%s', (_, counted, known, sure, evidence) => {
    const { outcome, found, zone } = byHour(counted, HOURS, known);
    expect({ outcome, found }).toEqual({ outcome: 'found', found: 'time-zone' });
    expect(zone).toMatchObject({ standing: 'explains', sure });
    const {
      before: _before,
      after: _after,
      ...figures
    } = { before: 0, after: 0, ...zone?.evidence };
    expect(figures).toEqual(evidence);
  });
});

describe('by the hour no shift is told', () => {
  const even: Traffic = () => 300;
  it.each<[string, Traffic, Traffic, string]>([
    ['where the hours agree', (at) => 0.7 * HOURS(at), HOURS, 'ruled-out'],
    ['where all hours are alike', (at) => 0.7 * even(at), even, 'cannot-tell'],
  ])('%s', (_, counted, thirdParty, standing) => {
    const { outcome, zone } = byHour(counted, thirdParty);
    expect(outcome).toBe('cannot-tell');
    expect(zone).toMatchObject({ standing, sure: 0 });
  });
});

it('hours beside days are summed', () => {
  const each = Array.from({ length: 20 * 24 }, () => 10);
  const days = Array.from({ length: 20 }, (_, day) => (day === 9 ? 0 : 240));
  const told = explain(
    factsOf(days, [], { thirdParty: { by: 'hour', first: `${FIRST} 00`, counts: each } }),
  );
  const bad = told.readings.find(({ cause }) => cause === 'bad-day');
  expect(bad?.evidence).toMatchObject({ day: '2026-10-14', counted: 0, thirdParty: 240 });
});

it('where clocks go forward a day has 23 hours and is whole; a day of fewer is not known', () => {
  const each = Array.from({ length: 20 * 24 }, (_, hour) =>
    hour === 9 * 24 + 2 || (hour >= 12 * 24 && hour < 12 * 24 + 6) ? null : 10,
  );
  const days = Array.from({ length: 20 }, (_, day) => (day === 9 || day === 12 ? 0 : 240));
  const told = explain(
    factsOf(days, [], { thirdParty: { by: 'hour', first: `${FIRST} 00`, counts: each } }),
  );
  expect(told).toMatchObject({ outcome: 'found', found: 'bad-day' });
});
