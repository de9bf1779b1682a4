import { expect, it } from 'vitest';

import { readIds } from '@/lib/core/tracker/read-ids';

it.each<[string, string, number[]]>([
  ['one', '90333', [90333]],
  ['commas and blanks', '90333, 90334 90335', [90333, 90334, 90335]],
  ['semicolons', '90333;90334', [90333, 90334]],
  ['a column', '90333\r\n90334\r\n', [90333, 90334]],
  ['a column with its header', 'Tracker ID\n90333\n90334', [90333, 90334]],
  ['a header of the API', 'imp_tracker_id\t90333', [90333]],
  ['a header with a colon', 'IDs: 90333, 90334', [90333, 90334]],
  ['a list of a program', '["90333", 90334]', [90333, 90334]],
  ['twice the same', '90333 90333', [90333]],
  ['as they are shown', '#90333 #90334', [90333, 90334]],
  ['nothing', ' , ', []],
  ['words', 'Autumn burst', []],
  ['a word that heads no ids', 'Pixel 2024 2025', []],
  ['words after them', '90333 burst', []],
  ['parts of numbers', '300x250', []],
])('%s', (_, text, ids) => {
  expect(readIds(text)).toEqual(ids);
});
