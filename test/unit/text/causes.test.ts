import { describe, expect, it } from 'vitest';

import { CAUSES, type CauseReading, type Explanation } from '@/lib/core/report/cause';
import { explain } from '@/lib/core/report/detective/explain';
import { causesText, causeText, explanationText } from '@/lib/text/reports/causes';
import { factsOf, msAt } from '../core/report/detective/made';

const reading = (partial: Partial<CauseReading>) =>
  ({ standing: 'explains', sure: 0.75, residual: 0.1, evidence: {}, ...partial }) as CauseReading;

describe('each reading says its figures', () => {
  it.each<[Partial<CauseReading>, string]>([
    [
      { cause: 'late-data', evidence: { days: ['2026-11-08', '2026-11-09'], missing: 1204 } },
      'Monetize had not counted 2026-11-08 to 2026-11-09 whole when the report was made: about 1,204 are missing there.',
    ],
    [
      { cause: 'time-zone', evidence: { hours: 5, before: 0.3, after: 0.021, zoneHours: 5 } },
      'The same impressions stand 5 hours later at Monetize. Differences of the shape fall from 30 % to 2.1 %. By their names the zones are 5 hours apart.',
    ],
    [
      { cause: 'time-zone', evidence: { hours: -1, hoursThen: 0, changedOn: '2026-11-01' } },
      'The same impressions stand 1 hour earlier at Monetize, and at the same hour from about 2026-11-01 on, as where clocks change.',
    ],
    [
      { cause: 'time-zone', evidence: { share: -0.25, before: 0.1, after: 0.02 } },
      'About 25 % of each day stands on the day before at Monetize. Differences of the shape fall from 10 % to 2 %. How many hours that are, figures by the day do not tell.',
    ],
    [
      {
        cause: 'different-days',
        evidence: {
          start: 1,
          startMissing: 'monetize',
          startDay: '2026-10-06',
          end: 3,
          endMissing: 'ad-server',
          endDay: '2026-10-20',
        },
      },
      'Monetize counted none, or hardly any, on the first 1 day, and more from 2026-10-06 on. The ad server counted none, or hardly any, on the last 3 days, and more until 2026-10-20.',
    ],
    [
      {
        cause: 'inactive-meanwhile',
        evidence: { days: ['2026-10-05', '2026-10-07'], by: 'switched' },
      },
      'Monetize counted none, or less, on 2 days between 2026-10-05 and 2026-10-07: the tracker was inactive then, as is noted here.',
    ],
    [
      { cause: 'fired-twice', evidence: { ratio: 2.0123, firings: 6, views: 3 } },
      'Monetize counted 2.01 times as many as the ad server. Verifications saw it fire 6 times on 3 page views.',
    ],
    [
      { cause: 'fired-twice', evidence: { ratio: 2, first: '2026-10-05', last: '2026-10-09' } },
      'Monetize counted 2 times as many as the ad server from 2026-10-05 to 2026-10-09. No verification here looked at how often it fires.',
    ],
    [
      { cause: 'cachebuster', evidence: { change: -0.12, tag: 'constant' } },
      'The sheet has the tag with a cachebuster that never changes. Where the ad server counts twice as many, the ratio is 12 % lower.',
    ],
    [
      {
        cause: 'bad-day',
        evidence: { day: '2026-10-20', counted: 12, thirdParty: 1900, usual: 0.97 },
      },
      'On 2026-10-20 alone Monetize counted 12 of 1,900; on other days 97 %.',
    ],
    [
      { cause: 'tracking-protection', evidence: { share: 0.13, most: 0.15 } },
      'A steady 13 % is missing at Monetize. How many visitors block it was not measured; up to 15 % is taken for possible.',
    ],
    [
      { cause: 'tracking-protection', evidence: { share: 0.13, most: 0.2, stopped: 1 } },
      'A steady 13 % is missing at Monetize. How many visitors block it was not measured; up to 20 % is taken for possible. In recordings of these days a browser’s tracking protection stopped it once.',
    ],
  ])('%j', (partial, sentence) => {
    const words = causeText(reading(partial));
    expect(words.sentence).toBe(sentence);
    expect(words.next).not.toBe('');
  });
});

describe('every standing of every cause has a sentence', () => {
  const standings = ['not-ruled-out', 'ruled-out', 'cannot-tell'] as const;
  it.each(CAUSES.flatMap((cause) => standings.map((standing) => [cause, standing] as const)))(
    '%s, %s',
    (cause, standing) => {
      const { sentence, next } = causeText(reading({ cause, standing, sure: 0, residual: null }));
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toMatch(/undefined|NaN|null/);
      if (standing === 'ruled-out') expect(next).toBe('');
    },
  );
});

it('what is not claimed is not said as if it were', () => {
  const { sentence } = causeText(reading({ cause: 'different-days', standing: 'not-ruled-out' }));
  expect(sentence).toBe('The figures do not rule it out.');
});

describe('what came of it', () => {
  const told: Explanation = { readings: [], found: null, parts: [], outcome: 'cannot-tell' };
  it.each<[Partial<Explanation>, string]>([
    [{ outcome: 'few' }, 'Fewer than 1,000 impressions are too few to judge.'],
    [{ outcome: 'flat' }, 'There is no difference to explain.'],
    [{}, 'Cannot tell: none of the causes that are known here explains it.'],
    [{ parts: ['time-zone'] }, 'In part: time zones. For the rest no cause was found.'],
    [
      { outcome: 'found', found: 'bad-day' },
      'Found: one bad day. What was not claimed may be a cause as well, unless it is ruled out.',
    ],
    [
      { outcome: 'found', found: 'bad-day', parts: ['late-data', 'bad-day'] },
      'Found together: late data, one bad day. What was not claimed may be a cause as well, unless it is ruled out.',
    ],
  ])('%j', (partial, sentence) => {
    expect(explanationText({ ...told, ...partial })).toBe(sentence);
  });
});

it('a case that is explained reads as a person would say it', () => {
  const days = Array.from({ length: 30 }, () => 1000);
  const told = explain(
    factsOf(
      days.map((count, at) => (at > 27 ? 100 : count)),
      days.map((count, at) => (at === 3 ? 1002 : count)),
      { closedUntil: msAt(28) },
    ),
    { threshold: 0.05 },
  );
  const [late] = told.readings;
  expect(explanationText(told)).toMatch(/^Found: late data\./);
  expect(late && causeText(late).sentence).toMatch(/2026-11-02 to 2026-11-03 whole .* 1,800 /);
  expect(causesText.left(late?.residual ?? 1)).toBe(
    '0 % of the difference is left once it is taken into account.',
  );
  expect(causesText.sure(late?.sure ?? 0)).toMatch(/^The figures show it, and what is known/);
  expect(causesText.standing[late?.standing ?? 'ruled-out']).toBe('Explains it');
});
