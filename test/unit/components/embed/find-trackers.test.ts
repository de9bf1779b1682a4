import { expect, it } from 'vitest';

import { findTrackers } from '@/components/embed/find-trackers';

const TRACKERS = [
  { id: 90011, name: 'Harbour Coffee, autumn' },
  { id: 90012, name: 'Harbour Coffee, winter' },
  { id: 90013, name: 'Lakeside Bikes' },
];

it.each([
  ['', [90011, 90012, 90013]],
  ['harbour', [90011, 90012]],
  ['WINTER coffee', [90012]],
  ['90013', [90013]],
  ['  ', [90011, 90012, 90013]],
  ['harbour bikes', []],
])('%j', (words, ids) => {
  expect(findTrackers(TRACKERS, words).map(({ id }) => id)).toEqual(ids);
});

it('shows two hundred of very many', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({ id: index + 1, name: 'Same' }));
  expect(findTrackers(many, 'same')).toHaveLength(200);
});
