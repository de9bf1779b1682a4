import { expect, it } from 'vitest';

import { readIds, spoiledId } from '@/lib/core/tracker/read-ids';

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

it.each<[string, string, number[]]>([
  ['three digits each, with blanks', '531, 532, 533', [531, 532, 533]],
  ['three digits each, in the brackets of a program', '[531,532,533]', [531, 532, 533]],
  ['three digits each, with blanks alone', '531 532', [531, 532]],
  ['a list with longer ones', '531,532,90011', [531, 532, 90011]],
  ['apostrophes of a program', "'531','532'", [531, 532]],
  ['an apostrophe that keeps it text', "'90333\n'90334", [90333, 90334]],
  ['what is copied along and nobody sees', '\u200f90333\u200b\n\ufeff90334', [90333, 90334]],
])('is sure: %s', (_, text, ids) => {
  expect([readIds(text), spoiledId(text)]).toEqual([ids, null]);
});

it.each<[string, string, ReturnType<typeof spoiledId>]>([
  ['digits by threes', '123,456', 'grouped'],
  ['more of them', '1,234,567', 'grouped'],
  ['as in Germany', '123.456', 'grouped'],
  ['as in Switzerland', '90’011', 'grouped'],
  ['the same, typed', "90'011", 'grouped'],
  ['as in France', '90\u202f011', 'grouped'],
  ['with a blank that does not break', '90\u00a0123', 'grouped'],
  ['with a blank, and no id begins with 0', '90 011', 'grouped'],
  ['in a column', 'Tracker ID\n90333\n123,456', 'grouped'],
  ['shortened', '1.23E+05', 'shortened'],
  ['shortened, with a comma', '1,23E+05', 'shortened'],
  ['shortened, among others', '90333\n9.0011e4', 'shortened'],
  ['with a decimal', '90011.0', null],
  ['a size', '300x250', null],
])('is not guessed: %s', (_, text, how) => {
  expect([readIds(text), spoiledId(text)]).toEqual([[], how]);
});

// A person waits for it: each is read in one go, however long it is.
it.each([
  ['three digits each', '123 456 '.repeat(125_000), 2],
  ['brackets', '['.repeat(1_000_000), 0],
  ['digits', '1'.repeat(1_000_000), 0],
  ['digits by threes', `1${',234'.repeat(250_000)}`, 0],
  ['decimals', '1.1'.repeat(300_000), 0],
])('a million characters: %s', (_, text, count) => {
  expect(readIds(text)).toHaveLength(count);
});
