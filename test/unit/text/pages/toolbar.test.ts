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
