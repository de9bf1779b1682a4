import { expect, it } from 'vitest';

import { toolbarText } from '@/lib/text/pages/toolbar';

it.each([
  [0, 0, '', 'Piggyback'],
  [1, 0, '1', 'Piggyback: 1 pixel request on this page'],
  [3, 1, '3!', 'Piggyback: 3 pixel requests on this page, 1 with an error'],
  [999, 0, '999', 'Piggyback: 999 pixel requests on this page'],
  [999, 2, '999!', 'Piggyback: 999 pixel requests on this page, 2 with an error'],
  [1000, 0, '1k+', 'Piggyback: 1,000 pixel requests on this page'],
  [100_000, 7, '1k!', 'Piggyback: 100,000 pixel requests on this page, 7 with an error'],
])('%i requests with %i errors stand there as %j', (requests, errors, text, title) => {
  expect(toolbarText.text({ requests, errors })).toBe(text);
  expect(toolbarText.title({ requests, errors })).toBe(title);
});

it.each([
  [0, 0, '?', 'Piggyback: the recording is full, and new requests are not counted'],
  [
    7,
    0,
    '7+',
    'Piggyback: 7 pixel requests on this page. The recording is full, and new ones are not counted',
  ],
  [
    7,
    1,
    '7!',
    'Piggyback: 7 pixel requests on this page, 1 with an error. The recording is full, and new ones are not counted',
  ],
])('of a full recording %i requests, %i with errors, are %j', (requests, errors, text, title) => {
  expect(toolbarText.text({ requests, errors, isFull: true })).toBe(text);
  expect(toolbarText.title({ requests, errors, isFull: true })).toBe(title);
});
