import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { reportedOf } from '@/lib/core/report/reported';
import { passportJson, passportTable } from '@/lib/core/verification/passport/export';
import { timelineOf } from '@/lib/core/verification/passport/timeline';
import { toldText } from '@/lib/text/trackers/passport';
import { reportedSentence } from '@/lib/text/trackers/reported';

import { POINTS, report } from '../../report/proof-sample';
import { tracker } from '../build';

const ONE = tracker(531, POINTS);
const said = (counts: readonly (number | null)[], trackers = [ONE]) => {
  const reported = reportedOf(report({}, counts), trackers, 531);
  return reported && reportedSentence(reported);
};

describe('what a kept report counted of a tracker', () => {
  it.each<[string, readonly (number | null)[], string]>([
    [
      'each day',
      [5, 7],
      'Counted by Monetize: 12 impressions, 24 to 25 Nov 2026 (UTC). The first on 24 Nov 2026.',
    ],
    [
      'from the second day',
      [0, 1],
      'Counted by Monetize: 1 impression, 24 to 25 Nov 2026 (UTC). The first on 25 Nov 2026.',
    ],
    ['none', [0, 0], 'Counted by Monetize: 0 impressions, 24 to 25 Nov 2026 (UTC).'],
    [
      'after a day that is not known',
      [null, 7],
      'Counted by Monetize: 7 impressions, 24 to 25 Nov 2026 (UTC); 1 day not known. The first known on 25 Nov 2026.',
    ],
    [
      'nothing that is known',
      [null, null],
      'Counted by Monetize: not known, 24 to 25 Nov 2026 (UTC); 2 days not known.',
    ],
  ])('is said: %s', (_, counts, sentence) => expect(said(counts)).toBe(sentence));

  it('is of one of these where the report does not tell them apart', () => {
    expect(said([5, 7], [ONE, tracker(532, POINTS)])).toContain(
      'It is of one of these, which reports do not tell apart: 531, 532.',
    );
    const many = Array.from({ length: 30 }, (_, at) => tracker(600 + at, POINTS));
    expect(said([5, 7], [ONE, ...many])).toMatch(/531, 600, .*, and 21 more\.$/);
  });

  it.each([
    ['has no row of its own', [tracker(531)]],
    ['is not kept here', [tracker(532, POINTS)]],
  ])('is not said of one that %s: that is not none', (_, trackers) => {
    expect(said([5, 7], trackers)).toBeNull();
  });

  it('has by the hour the day of the first', () => {
    const { question } = report();
    const hours = report({ question: { ...question, by: 'hour' } }, [...Array(25).fill(0), 3]);
    expect(reportedOf(hours, [ONE], 531)).toMatchObject({ from: '2026-11-25', by: 'hour' });
  });
});

describe('a timeline with it', () => {
  const reported = reportedOf(report(), [ONE], 531);
  const timeline = timelineOf(ONE, [], [], reported ? [reported] : []);
  const say = (entry: Parameters<typeof toldText>[0]) => toldText(entry, AD_SERVERS);

  it('ends with what was reported, and has the report’s id in a file', () => {
    expect(timeline.map(({ kind }) => kind)).toEqual(['reported', 'last-modified']);
    const passport = { trackerId: 531, tracker: ONE, timeline, isFull: false };
    const told = JSON.parse(passportJson(passport, say, 0));
    expect(told.timeline[0]).toMatchObject({
      kind: 'reported',
      reportId: 'r1',
      trackerIds: [531],
      impressions: 12,
      at: '2026-11-25T10:00:00.000Z',
    });
    const { rows } = passportTable(passport, say, ['When', 'Id', 'Kind', 'What']);
    expect(rows[1]?.[3]).toContain('12 impressions');
  });
});
