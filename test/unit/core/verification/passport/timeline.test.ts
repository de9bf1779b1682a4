import { describe, expect, it } from 'vitest';

import {
  changedElsewhere,
  fieldsSet,
  type PassportEvent,
  PassportEventSchema,
} from '@/lib/core/verification/passport/event';
import { passportJson, passportTable } from '@/lib/core/verification/passport/export';
import { isCreationKnown, timelineOf } from '@/lib/core/verification/passport/timeline';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { toldText } from '@/lib/text/trackers/passport';
import { writeCsv } from '@/lib/files/write-csv';

import { tracker } from '../../../components/trackers/build';

const AT = Date.UTC(2026, 4, 12, 12);
const HOUR = 3_600_000;
const ONE = { ...tracker(7, 'Spring'), lastModified: AT };
const created: PassportEvent = { kind: 'created', trackerId: 7, at: AT };
const seen = {
  verificationId: 'v',
  requests: 2,
  isMore: false,
  at: AT + HOUR,
  name: 'Flight',
  verdict: 'pass' as const,
};
const say = (entry: Parameters<typeof toldText>[0]) => toldText(entry, AD_SERVERS);

describe('a timeline', () => {
  it('is newest first, with what was recorded among what was noted', () => {
    expect(timelineOf(ONE, [created], [seen]).map(({ kind }) => kind)).toEqual(['seen', 'created']);
  });

  it('has the service’s own word for the last change where nothing noted says it', () => {
    const late = { ...ONE, lastModified: AT + 5 * HOUR };
    expect(timelineOf(late, [created], []).map(({ kind }) => kind)).toEqual([
      'last-modified',
      'created',
    ]);
    expect(timelineOf(null, [], [])).toEqual([]);
  });

  it('does not claim to know when it was changed where the service’s time could not be read', () => {
    const unread = { ...ONE, lastModified: 0 };
    expect(timelineOf(unread, [], [])).toEqual([]);
    const passport = { trackerId: 7, tracker: unread, timeline: [], isFull: false };
    expect(JSON.parse(passportJson(passport, say, AT)).tracker.lastModified).toBeNull();
  });

  it('does not claim to know when it was created, unless that was here', () => {
    expect(isCreationKnown([])).toBe(false);
    expect(isCreationKnown([{ kind: 'changed', trackerId: 7, at: AT, fields: [] }])).toBe(false);
    expect(isCreationKnown([created])).toBe(true);
  });
});

describe('what is noted of a tracker that is read anew', () => {
  it.each([
    ['nothing where it was not kept', null, ONE, null],
    ['nothing where it is as old', ONE, { ...ONE, name: 'Other' }, null],
    ['nothing where it is older: a list lags behind', ONE, { ...ONE, lastModified: AT - 1 }, null],
    ['its name', ONE, { ...ONE, name: 'Other', lastModified: AT + 1 }, ['name']],
    [
      'its publisher by the id, and not by the name that it has now',
      { ...ONE, publisher: { id: 3, name: 'Tidewater' } },
      { ...ONE, publisher: { id: 3, name: 'Tidewater News' }, lastModified: AT + 1 },
      [],
    ],
    [
      'its code and state',
      ONE,
      { ...ONE, code: 'A', state: other(), lastModified: AT + 1 },
      ['code', 'state'],
    ],
  ])('%s', (_, before, now, fields) => {
    const event = changedElsewhere(before, now);
    expect(event && 'fields' in event ? event.fields : event).toEqual(fields);
  });

  it('knows which fields a change sets', () => {
    expect(fieldsSet({ state: 'active', placementId: null })).toEqual(['state', 'placement']);
  });

  it.each([
    ['another kind', { kind: 'renamed', trackerId: 7, at: AT }],
    ['no tracker', { kind: 'created', at: AT }],
    ['an unknown field', { kind: 'changed', trackerId: 7, at: AT, fields: ['colour'] }],
    [
      'a host beyond all measure',
      {
        kind: 'copied',
        trackerId: 7,
        at: AT,
        adServerId: null,
        type: null,
        console: 'x'.repeat(301),
      },
    ],
  ])('is not read from %s', (_, row) => {
    expect(PassportEventSchema.safeParse(row).success).toBe(false);
  });
});

describe('a passport as a file', () => {
  const passport = {
    trackerId: 7,
    tracker: { ...ONE, name: '=1+1' },
    timeline: timelineOf(ONE, [created], [seen, { ...seen, verdict: null, name: '=cmd' }]),
    isFull: false,
  };
  it('says in JSON what happened, in sentences too, and what is not known', () => {
    const told = JSON.parse(passportJson(passport, say, AT));
    expect(told).toMatchObject({ format: 'piggyback-passport', trackerId: 7 });
    expect(told.notKnown).toContain('changed-by');
    expect(told.notKnown).not.toContain('older-entries');
    const full = JSON.parse(passportJson({ ...passport, isFull: true }, say, AT));
    expect(full.notKnown).toContain('older-entries');
    expect(told.timeline[0]).toMatchObject({ kind: 'seen', verdict: 'pass', requests: 2 });
    expect(told.timeline.map(({ said }: { said: string }) => said)).toContain('Created here.');
  });

  it.each([
    [{ requests: 1 }, ': 1 request.'],
    [{ requests: 2 }, ': 2 requests.'],
    [{ requests: 1, isMore: true }, ': at least 1 request.'],
    [{ requests: 20_000, isMore: true }, ': at least 20,000 requests.'],
  ])('says how many requests there are, and where not all were counted: %j', (changes, end) => {
    expect(say({ kind: 'seen', ...seen, ...changes })).toContain(end);
  });

  it('holds no formula as CSV', () => {
    const csv = writeCsv(passportTable(passport, say, ['When', 'Id', 'Kind', 'What']));
    expect(csv.split('\r\n').filter(Boolean)).toHaveLength(4);
    expect(csv).not.toMatch(/(^|,|\n)"?[=+@]/);
    expect(csv).toContain('Not judged here');
  });
});

function other(): 'active' | 'inactive' {
  return ONE.state === 'active' ? 'inactive' : 'active';
}
