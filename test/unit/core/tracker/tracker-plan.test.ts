import { describe, expect, it } from 'vitest';

import type { TrackerChanges } from '@/lib/core/tracker/draft';
import {
  type CreatePlan,
  fingerprintOf,
  holds,
  lookForCreated,
  lookForEdited,
} from '@/lib/core/tracker/plan';
import type { Tracker } from '@/lib/core/tracker/tracker';

import { tracker } from './build';

const HOUR = 60 * 60_000;
/** The newest change that was known, by the service's clock. */
const SINCE = Date.UTC(2026, 10, 20, 10);
const CHANGES = { name: 'Once', lineItemId: 3, publisherId: 4 };
const SENT = tracker({ id: 21, name: 'Once', lastModified: SINCE + 5000 });
const plan = (change: Partial<CreatePlan> = {}): CreatePlan => ({
  advertiserId: 7,
  changes: CHANGES,
  since: SINCE,
  twins: [],
  drafts: [],
  ...change,
});

describe('a tracker has what was sent', () => {
  it.each<[string, TrackerChanges, Partial<Tracker>, boolean]>([
    ['all of it', CHANGES, {}, true],
    ['blanks round its name aside', { name: ' Once ' }, { name: 'Once ' }, true],
    ['another name', CHANGES, { name: 'once' }, false],
    ['another line item', CHANGES, { lineItem: { id: 9, name: '' } }, false],
    ['another publisher', CHANGES, { publisher: { id: 9, name: '' } }, false],
    ['a code', { code: 'A' }, { code: 'A ' }, true],
    ['another code', { code: 'A' }, { code: null }, false],
    ['no code any more', { code: null }, { code: null }, true],
    ['no code, which it still has', { code: null }, { code: 'A' }, false],
    ['another state', { state: 'inactive' }, {}, false],
    ['no placement any more', { placementId: null }, {}, true],
    ['a placement', { placementId: 5 }, {}, false],
    [
      'no payment rule, which it still has',
      { paymentRuleId: null },
      { paymentRule: { id: 6, name: '' } },
      false,
    ],
    [
      'what the service filled in by itself is no matter',
      CHANGES,
      { paymentRule: { id: 6, name: '' } },
      true,
    ],
  ])('%s', (_, changes, part, has) => {
    expect(holds({ ...SENT, ...part }, changes)).toBe(has);
  });
});

describe('a new tracker whose answer was lost', () => {
  it.each<[string, Partial<CreatePlan>, readonly Partial<Tracker>[], object]>([
    ['is found by what was sent', {}, [{}], { kind: 'made', tracker: SENT }],
    ['is not there', {}, [], { kind: 'missing' }],
    ['is none with another name', {}, [{ name: 'Twice' }], { kind: 'missing' }],
    ['is none of another advertiser', {}, [{ advertiserId: 8 }], { kind: 'missing' }],
    ['is not its twin of before', { twins: [21] }, [{}], { kind: 'missing' }],
    ['is not an older one', {}, [{ lastModified: SINCE - HOUR }], { kind: 'missing' }],
    [
      'is the first, where somebody made two',
      {},
      [{ id: 23 }, { id: 22 }],
      { kind: 'made', tracker: { ...SENT, id: 22 } },
    ],
    [
      'may be an old one, where none was known before',
      { since: null },
      [{ lastModified: SINCE - 24 * HOUR }],
      { kind: 'doubtful', ids: [21] },
    ],
    ['is new enough, where none was known', { since: null }, [{}], { kind: 'made' }],
  ])('%s', (_, part, trackers, looked) => {
    const rows = trackers.map((row) => ({ ...SENT, ...row }));
    expect(lookForCreated(plan(part), SINCE + 4000, rows)).toMatchObject(looked);
  });

  it('is found however wrong a person’s clock is', () => {
    for (const off of [-365 * 24 * HOUR, 0, 365 * 24 * HOUR]) {
      expect(lookForCreated(plan(), SINCE + off, [SENT]).kind).toBe('made');
    }
  });
});

describe('a change whose answer was lost', () => {
  it.each<[string, number | null, Partial<Tracker>, string]>([
    ['is there', SINCE, { name: 'New' }, 'made'],
    ['is not: nobody has changed it', SINCE, { lastModified: SINCE }, 'missing'],
    ['somebody else has changed it', SINCE, { lastModified: SINCE + HOUR }, 'doubtful'],
    ['nothing was known of it', null, {}, 'missing'],
  ])('%s', (_, before, part, kind) => {
    const edit = { id: 21, changes: { name: 'New' }, before, drafts: [] };
    expect(lookForEdited(edit, { ...SENT, ...part }).kind).toBe(kind);
  });
});

it('the same changes are the same, in whatever order they come', () => {
  expect(fingerprintOf({ name: 'A', code: undefined, publisherId: 4 })).toBe(
    fingerprintOf({ publisherId: 4, name: 'A' }),
  );
  expect(fingerprintOf({ name: 'A', code: null })).not.toBe(fingerprintOf({ name: 'A' }));
});
