import { describe, expect, it } from 'vitest';

import { addressOf, type Place, placeAt } from '@/components/pages/workspace/address';

const trackers = (route: Extract<Place, { name: 'trackers' }>['route']): Place => ({
  name: 'trackers',
  route,
});
const NOWHERE: Place = { name: 'nowhere' };
const KEY = '0b1c2d3e-1111-4222-8333-444455556666';

describe('an address of the workspace', () => {
  it.each<[string, Place]>([
    ['#/trackers', trackers({ view: 'list' })],
    ['#/trackers/12', trackers({ view: 'form', trackerId: 12 })],
    ['#/trackers/new', trackers({ view: 'form', trackerId: null })],
    ['#/trackers/12/tag', trackers({ view: 'tag', trackerId: 12 })],
    ['#/trackers/sheet', { name: 'bulk' }],
    ['#/trackers/runs', { name: 'runs', id: null, isUndo: false }],
    [`#/trackers/runs/${KEY}`, { name: 'runs', id: KEY, isUndo: false }],
    [`#/trackers/runs/${KEY}/undo`, { name: 'runs', id: KEY, isUndo: true }],
    ['#/tag-sheets', { name: 'tag-sheets' }],
    ['#/tag-sheets/try', { name: 'try', key: null }],
    [`#/tag-sheets/try/${KEY}`, { name: 'try', key: KEY }],
    ['#/verifications', { name: 'verifications', id: null }],
    ['#/reports', { name: 'reports', id: null }],
    [`#/reports/${KEY}`, { name: 'reports', id: KEY }],
    ['#/rules', { name: 'rules', code: null }],
    ['#/rules/not-https', { name: 'rules', code: 'not-https' }],
    ['#/verifications/0b1c-22', { name: 'verifications', id: '0b1c-22' }],
  ])('%s leads to its place, and is that of its place', (address, place) => {
    expect(placeAt(address)).toEqual(place);
    if (place.name !== 'nowhere') expect(addressOf(place)).toBe(address);
  });

  it.each([
    ['', trackers({ view: 'list' })],
    ['#', trackers({ view: 'list' })],
    ['#/', trackers({ view: 'list' })],
    ['#/trackers/', trackers({ view: 'list' })],
    ['#/trackers/12/', trackers({ view: 'form', trackerId: 12 })],
    [
      '#/trackers/search/id%3A1%2F2%20%22x%22',
      { name: 'trackers', route: { view: 'list' }, search: 'id:1/2 "x"' } as const,
    ],
  ])('is read as it is meant: "%s"', (address, place) => {
    expect(placeAt(address)).toEqual(place);
  });

  it.each([
    '#trackers',
    '#/reports/a b',
    '#/reports/1/2',
    '#/rules/MACRO',
    '#/trackers/0',
    '#/trackers/search',
    '#/trackers/search/',
    '#/trackers/search/%E0%A4%A',
    '#/trackers/search/a/b',
    '#/trackers/-1',
    '#/trackers/1e3',
    '#/trackers/twelve',
    '#/trackers/12/form',
    '#/trackers/12/tag/more',
    '#/trackers/new/tag',
    '#/trackers/9999999999999999999',
    '#/trackers/sheet/1',
    '#/trackers/runs/a b',
    `#/trackers/runs/${KEY}/redo`,
    `#/trackers/runs/${KEY}/undo/more`,
    '#/tag-sheets/1',
    '#/tag-sheets/try/531',
    `#/tag-sheets/try/${KEY}/more`,
    '#/verifications/a/b',
    '#/Trackers',
  ])('that leads nowhere says so: %s', (address) => {
    expect(placeAt(address)).toEqual(NOWHERE);
  });
});
