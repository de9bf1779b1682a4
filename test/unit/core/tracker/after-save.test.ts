import { expect, it } from 'vitest';

import { type AfterSave, lookAfterSave } from '@/lib/core/tracker/after-save';
import { draftOf, emptyDraft, type TrackerDraft } from '@/lib/core/tracker/draft';

import { tracker } from './build';

const SAVED = tracker({ name: 'Mine', placement: { id: 5, name: 'Home' } });
const BEGAN = { ...draftOf(SAVED), name: 'Before' };
const MEANT = draftOf(SAVED);
const none = { notTaken: [], changedBeside: [] };

it.each<[string, TrackerDraft | null, Partial<TrackerDraft>, Partial<AfterSave>]>([
  ['all as it was meant', BEGAN, {}, {}],
  [
    'a placement that was cleared, and stayed',
    BEGAN,
    { placement: null },
    { notTaken: ['placement'] },
  ],
  ['a name that was cut', BEGAN, { name: 'Mine, and more' }, { notTaken: ['name'] }],
  [
    'a code that somebody cleared meanwhile',
    { ...BEGAN, code: 'A' },
    { code: 'A' },
    { changedBeside: ['code'] },
  ],
  [
    'what was sent is not what somebody changed',
    { ...BEGAN, code: 'A' },
    { code: 'B' },
    { notTaken: ['code'] },
  ],
  ['blanks that the service takes off', BEGAN, { name: ' Mine ' }, {}],
  ['of a new one what it filled in by itself', null, { placement: null }, {}],
  ['of a new one what it did not take', null, { code: 'A' }, { notTaken: ['code'] }],
])('%s', (_, began, part, found) => {
  const meant = { ...(began ? MEANT : { ...emptyDraft(), ...MEANT }), ...part };
  expect(lookAfterSave(began, meant, SAVED)).toEqual({ ...none, ...found });
});
