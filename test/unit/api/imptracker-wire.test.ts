import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  readImptracker,
  readTimestamp,
  writeImptracker,
  writeTimestamp,
} from '@/lib/api/imptracker-wire';
import type { TrackerChanges } from '@/lib/core/tracker/draft';

import { RUNS } from '../runs';

/** Tracker 1425 of the service's own page, after its update. */
const wire = {
  id: 1425,
  member_id: 958,
  advertiser_id: 37236,
  name: 'Test Impression Tracker',
  code: null,
  state: 'active',
  last_modified: '2012-01-10 16:10:12',
  publisher: { id: 44449, name: 'November Publisher' },
  tag: { id: 474412, name: '[Demo Publisher] - Default' },
  payment_rule: null,
  line_item: { id: 74957, name: 'Test Line Item' },
};

describe('readImptracker', () => {
  it('reads the example of the service’s page', () => {
    expect(readImptracker(wire)).toEqual({
      id: 1425,
      memberId: 958,
      advertiserId: 37236,
      name: 'Test Impression Tracker',
      code: null,
      state: 'active',
      lineItem: { id: 74957, name: 'Test Line Item' },
      publisher: { id: 44449, name: 'November Publisher' },
      placement: { id: 474412, name: '[Demo Publisher] - Default' },
      paymentRule: null,
      lastModified: Date.UTC(2012, 0, 10, 16, 10, 12),
    });
  });
  it.each([
    ['ids as strings', { id: '1425' }, { id: 1425 }],
    ['a tag as an array', { tag: [{ id: 7, name: 'P' }] }, { placement: { id: 7, name: 'P' } }],
    [
      'several tags',
      { tag: [{ id: 7, name: 'P' }, { id: 8 }, { id: null }] },
      { placement: { id: 7, name: 'P' }, morePlacements: 1 },
    ],
    ['an empty tag array', { tag: [] }, { placement: null }],
    ['no tag at all', { tag: undefined }, { placement: null }],
    ['a reference without a name', { tag: { id: 7 } }, { placement: { id: 7, name: '7' } }],
    ['a reference whose id is null', { tag: { id: null, name: null } }, { placement: null }],
    ['one whose id is 0', { payment_rule: { id: 0, name: '' } }, { paymentRule: null }],
    ['an array of such', { tag: [{ id: null }] }, { placement: null }],
    ['a field of tomorrow', { new_field: 1 }, { id: 1425 }],
    ['no state', { state: undefined }, { state: 'active' }],
  ])('accepts %s', (_, part, read) => {
    expect(readImptracker({ ...wire, ...part })).toMatchObject(read);
  });
  it.each([
    ['no id', { id: undefined }],
    ['an id that is no number', { id: 'x' }],
    ['an unheard-of state', { state: 'paused' }],
  ])('rejects %s', (_, part) => expect(readImptracker({ ...wire, ...part })).toBeNull());
});

describe('writeImptracker', () => {
  it.each<[string, TrackerChanges, object]>([
    ['nothing', {}, {}],
    ['a placement, as the field tag', { placementId: 7 }, { tag: { id: 7 } }],
    ['no placement', { placementId: null }, { tag: null }],
    ['no code', { code: null }, { code: null }],
    ['a payment rule', { paymentRuleId: 5 }, { payment_rule: { id: 5 } }],
    ['no payment rule', { paymentRuleId: null }, { payment_rule: null }],
    [
      'a line item and a publisher, which cannot be cleared',
      { lineItemId: 3, publisherId: 4 },
      { line_item: { id: 3 }, publisher: { id: 4 } },
    ],
    ['a name and a state', { name: 'N', state: 'inactive' }, { name: 'N', state: 'inactive' }],
  ])('%s', (_, changes, imptracker) => expect(writeImptracker(changes)).toEqual({ imptracker }));
});

it('a moment survives the wire, to the second', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
      expect(readTimestamp(writeTimestamp(seconds * 1000))).toBe(seconds * 1000);
    }),
    RUNS,
  );
}, 30_000);
