import { describe, expect, it } from 'vitest';

import { countedFor, type CountedBy } from '@/lib/core/report/proof/counted-for';
import { CountedPartSchema } from '@/lib/core/report/proof/counted-part';
import type { Report } from '@/lib/core/report/report';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { whyText } from '@/lib/text/reports/proof-why';

import { known, pageView, request, START, tracker, verification } from '../verification/build';
import { POINTS, report } from './proof-sample';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const ONE = tracker(531, POINTS);

function counted(
  by: Partial<CountedBy>,
  requests: readonly PixelRequest[] = [request()],
  expectedIds: readonly number[] = [531],
  startedAt = START,
) {
  const recording = judgeRecording(
    {
      verification: verification({ expectedIds: [...expectedIds], startedAt }),
      pageViews: [pageView('a', startedAt)],
      requests,
    },
    known(ONE),
    'all',
  );
  const all = { reports: [report()], trackers: [ONE], compared: [], ...by };
  const part = countedFor(recording, all, whyText);
  // What is written can be read.
  expect(CountedPartSchema.parse(JSON.parse(JSON.stringify(part)))).toEqual(part);
  return part;
}
const questionOf = (changes: Partial<Report['question']>) => ({
  question: { ...report().question, ...changes },
});

describe('what reports counted of the expected trackers', () => {
  it('stands by day, with the days on which they were recorded firing', () => {
    const part = counted({});
    expect(part.counted).toEqual([
      {
        trackers: [{ id: 531, name: 'Tracker name 531' }],
        timeZone: 'UTC',
        monetize: { first: '2026-11-24', counts: [5, 7] },
        seen: [{ day: '2026-11-24', times: 1 }],
        adServer: null,
        why: null,
      },
    ]);
    expect(part.reports.map(({ id, madeAt, closedUntil }) => [id, madeAt, closedUntil])).toEqual([
      ['r1', null, null],
    ]);
    expect(part.notCounted).toEqual([]);
  });

  it('is of one of these where a report does not tell them apart, once, whichever is expected', () => {
    const trackers = [ONE, tracker(532, POINTS)];
    const both = counted({ trackers }, [], [532, 531]);
    expect(both.counted.map((one) => one.trackers.map(({ id }) => id))).toEqual([[531, 532]]);
    // The other one is not expected, and may be the one that was counted.
    expect(counted({ trackers }).counted[0]?.trackers).toHaveLength(2);
  });

  it.each<[string, Partial<CountedBy>, 'no-report' | 'no-row']>([
    ['no report is kept', { reports: [] }, 'no-report'],
    [
      'the report ends before the recording began',
      { reports: [report({ span: { first: '2026-11-20', last: '2026-11-23' } }, [1, 1, 1, 1])] },
      'no-report',
    ],
    [
      'it is another advertiser’s',
      { reports: [report(questionOf({ advertiserId: 3 }))] },
      'no-report',
    ],
    ['no row is the tracker’s', { trackers: [tracker(531)] }, 'no-row'],
    ['the tracker is not kept here', { trackers: [] }, 'no-report'],
  ])('is not told, with the reason, where %s', (_, by, why) => {
    const part = counted(by);
    expect(part.counted).toEqual([]);
    expect(part.reports).toEqual([]);
    expect(part.notCounted).toEqual([{ id: 531, name: 'Tracker name 531', why }]);
  });

  it.each<[string, Parameters<typeof report>, unknown]>([
    [
      'not those before the recording',
      [{ span: { first: '2026-11-23', last: '2026-11-25' } }, [9, 5, null]],
      { first: '2026-11-24', counts: [5, null] },
    ],
    [
      'hours as whole days alone',
      [questionOf({ by: 'hour' }), [...Array.from({ length: 24 }, () => 1), 1]],
      { first: '2026-11-24', counts: [24, null] },
    ],
    [
      '31 at most',
      [{ span: { first: '2026-11-24', last: '2027-01-02' } }, Array.from({ length: 40 }, () => 1)],
      { first: '2026-11-24', counts: Array.from({ length: 31 }, () => 1) },
    ],
  ])('has the days that are to be shown: %s', (_, args, monetize) => {
    expect(counted({ reports: [report(...args)] }).counted[0]?.monetize).toEqual(monetize);
  });

  it('has the days of the report’s own time zone, those of what was recorded too', () => {
    const zone = questionOf({ timeZone: 'America/New_York' });
    const late = request(undefined, { startedAt: START + 16 * HOUR });
    const { counted: told } = counted({ reports: [report(zone)] }, [request(), late]);
    // 02:00 UTC is still the evening before.
    expect(told[0]?.seen).toEqual([{ day: '2026-11-24', times: 2 }]);
    expect(counted({}, [request(), late]).counted[0]?.seen).toHaveLength(2);
  });

  it('counts as recorded what may have reached the service, and nothing else', () => {
    const rows = [
      request(undefined, { outcome: 'blocked-by-extension', status: 0 }),
      request(undefined, { outcome: 'rehearsed' }),
    ];
    expect(counted({}, rows).counted[0]?.seen).toEqual([]);
  });

  it('takes what the newest says, and what is not like it alone where that says nothing', () => {
    const newest = report({ id: 'r2', askedAt: START + 3 * DAY }, [6, 8]);
    expect(counted({ reports: [report(), newest] }).counted[0]?.monetize.counts).toEqual([6, 8]);
    const other = {
      ...report({ id: 'r3', askedAt: START + 4 * DAY, ...questionOf({ timeZone: 'Asia/Tokyo' }) }),
      counted: [],
    };
    const part = counted({ reports: [report(), other] });
    expect(part.counted[0]?.timeZone).toBe('UTC');
    expect(part.reports.map(({ id }) => id)).toEqual(['r1']);
  });

  it('has the ad server’s side where it was compared with that, and why they differ where somebody looked', () => {
    const compared = {
      reportId: 'r1',
      reconciled: {
        trackerIds: [531],
        thirdParty: { by: 'day' as const, first: '2026-11-23', counts: [1, 6, 7] },
      },
      adServer: { name: 'Campaign Manager 360', fileName: 'cm.csv', timeZone: null },
      explanation: { readings: [], found: null, parts: [], outcome: 'few' as const },
    };
    const [one] = counted({ compared: [compared] }).counted;
    expect(one?.adServer?.days).toEqual({ first: '2026-11-24', counts: [6, 7] });
    expect(one?.why).toMatchObject({ first: '2026-11-24', last: '2026-11-25' });
    expect(one?.why?.text).toContain('too few');
    const older = { ...compared, reportId: 'r0' };
    expect(counted({ compared: [older] }).counted[0]?.adServer).toBeNull();
    const others = { ...compared, reconciled: { ...compared.reconciled, trackerIds: [531, 532] } };
    expect(counted({ compared: [others] }).counted[0]?.adServer).toBeNull();
  });
});
