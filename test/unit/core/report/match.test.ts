import { describe, expect, it } from 'vitest';

import {
  type HandMatches,
  HandMatchesSchema,
  keyOfPlacement,
  matchByHand,
  matchPlacements,
} from '@/lib/core/report/reconcile/match';
import { advertiserKey, matchesOf } from '@/lib/core/report/reconcile/of-advertiser';
import type { SheetPlacement } from '@/lib/core/report/reconcile/sheet-placements';

import { daily, placement } from './build';

const trackers = [
  { id: 531, name: 'Harbour front', code: null },
  { id: 532, name: 'Harbour side', code: 'HS-1' },
  { id: 533, name: 'Harbour side', code: null },
];
const ONE = daily('2026-11-01', [1]);

function match(
  name: string,
  id: string | null = null,
  sheet: readonly SheetPlacement[] = [],
  byHand: HandMatches = [],
) {
  const [found] = matchPlacements([placement(name, ONE, id)], { trackers, sheet, byHand });
  if (found?.kind === 'matched') return `${found.trackerId} ${found.by}`;
  return found?.kind === 'several' ? found.candidates : found?.kind;
}
const row = (
  trackerId: number,
  placement: string | null,
  placementId: string | null = null,
  cachebuster: SheetPlacement['cachebuster'] = null,
): SheetPlacement => ({ trackerId, placement, placementId, cachebuster });

describe('the tracker of a placement', () => {
  it.each([
    ['531', '531 tracker-id'],
    ['#531', '531 tracker-id'],
    ['Tracker 531', '531 tracker-id'],
    ['imptr id=531', '531 tracker-id'],
    ['harbour  FRONT', '531 name'],
    ['HS 1', '532 name'],
  ])('by its own name: %s', (name, found) => expect(match(name)).toBe(found));

  it.each([
    'Harbour front 300x250',
    '99',
    '531_300x250',
    '300x532',
    '',
    'Harbour fr ont',
    'Harbour front 2',
    'HS 11',
  ])('is not guessed: %s', (name) => expect(match(name)).toBe('nothing'));

  it('is not told by names of signs alone', () => {
    const signs = [{ id: 1, name: '---', code: null }];
    const found = matchPlacements([placement('***', ONE)], {
      trackers: signs,
      sheet: [],
      byHand: [],
    });
    expect(found[0]?.kind).toBe('nothing');
  });

  it('is not told by the ad server’s own ids', () => {
    expect(match('531', '531')).toBe('nothing');
    expect(match('Front', '531')).toBe('nothing');
  });

  it.each([
    ['its id', 'Front', '77', [row(531, 'Other', '77')], '531 sheet-id'],
    ['its name', 'Front page', null, [row(531, 'FRONT page')], '531 sheet-name'],
    [
      'its id before its name',
      'Front',
      '77',
      [row(531, null, '77'), row(532, 'Front')],
      '531 sheet-id',
    ],
    [
      'its name, where its id is of several',
      'Front',
      '77',
      [row(531, 'Front', '77'), row(532, 'Side', '77')],
      '531 sheet-name',
    ],
    [
      'the sheet before the tracker’s name',
      'Harbour front',
      null,
      [row(532, 'Harbour front')],
      '532 sheet-name',
    ],
  ] as const)('by the tag sheet: %s', (_, name, id, sheet, found) => {
    expect(match(name, id, sheet)).toBe(found);
  });

  it('is said to be one of several where several could be it', () => {
    expect(match('Harbour side')).toEqual([532, 533]);
    expect(match('All', null, [row(531, 'All'), row(532, 'All')])).toEqual([531, 532]);
  });

  it('is not told by what a sheet says of trackers that are none of these', () => {
    expect(match('Front', '77', [row(999, 'Front', '77')])).toBe('nothing');
    expect(match('Front', '77', [row(999, 'Front', '77'), row(531, 'Front')])).toBe(
      '531 sheet-name',
    );
  });

  it('is what a person said, before all else, and can be taken back', () => {
    const key = keyOfPlacement({ placement: 'Front', placementId: '77' });
    const sheet = [row(531, 'Front', '77')];
    const said = matchByHand([], key, 533);
    expect(HandMatchesSchema.parse(said)).toEqual(said);
    expect(match('Front', '77', sheet, said)).toBe('533 hand');
    expect(match('Front', '77', sheet, matchByHand(said, key, null))).toBe('set-aside');
    expect(match('Front', '77', sheet, matchByHand(said, key, undefined))).toBe('531 sheet-id');
  });

  it('is not what a person said where that tracker is there no more', () => {
    const key = keyOfPlacement({ placement: 'Front', placementId: '77' });
    const said = matchByHand([], key, 9999);
    expect(match('Front', '77', [row(531, 'Front', '77')], said)).toBe('531 sheet-id');
    expect(match('Front', '77', [], said)).toBe('nothing');
  });

  it('is what was said for this advertiser, and not for another that has a placement of that name', () => {
    const said = matchByHand(
      matchByHand([], advertiserKey(7, 'name Front'), 531),
      advertiserKey(77, 'name Front'),
      null,
    );
    expect(matchesOf(7, said)).toEqual([{ placement: 'name Front', trackerId: 531 }]);
    expect(matchesOf(77, said)).toEqual([{ placement: 'name Front', trackerId: null }]);
    expect(matchesOf(8, said)).toEqual([]);
  });

  it('is kept under names of any length', () => {
    const key = keyOfPlacement({ placement: 'ü'.repeat(5000), placementId: null });
    const said = matchByHand([], advertiserKey(Number.MAX_SAFE_INTEGER, key), 531);
    expect(HandMatchesSchema.safeParse(said).success).toBe(true);
    expect(match('ü'.repeat(5000), null, [], matchesOf(Number.MAX_SAFE_INTEGER, said))).toBe(
      '531 hand',
    );
  });
});
