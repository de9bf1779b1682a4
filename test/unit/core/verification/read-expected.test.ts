import { describe, expect, it } from 'vitest';

import { rowsOf } from '@/lib/core/table/raw-row';
import { createExpectedReader } from '@/lib/core/verification/expected-rows';
import { readExpected } from '@/lib/core/verification/read-expected';
import { MAX_REFUSED, MAX_TAKEN } from '@/lib/core/verification/taken';

const url = (id: number | string) =>
  `https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster=[CACHEBUSTER]`;
const image = (id: number | string) =>
  `<img src="${url(id)}" width="1" height="1" style="display:none">`;

describe('trackers that are typed or pasted', () => {
  it.each<[string, string, number[]]>([
    ['nothing', '', []],
    ['one id', ' 531 ', [531]],
    ['ids however they are divided', '531, 532;533\n534', [531, 532, 533, 534]],
    ['a column with its title', 'Tracker ID\n531\n532', [531, 532]],
    ['ids twice', '531 531 532', [531, 532]],
    ['a URL', url(531), [531]],
    ['tags, one a line', `${image(531)}\n${image(532)}\n`, [531, 532]],
    ['tags one behind the other', image(531) + image(532), [531, 532]],
    ['a tag over several lines', image(531).replaceAll(' ', '\n'), [531]],
    ['a tag with its comment', `<!-- Leaderboard -->\n${image(531)}`, [531]],
    [
      'a tag that was escaped on its way',
      image(531).replaceAll('<', '&lt;').replaceAll('&t', '&amp;t'),
      [531],
    ],
    ['tags and ids in one', `${image(531)}\n\n532\n533, 534`, [531, 532, 533, 534]],
    ['rows of a sheet', 'Tracker ID\tName\n531\tLeaderboard\n532\tSkyscraper', [531, 532]],
    ['rows without titles', '531\tLeaderboard\n532\tSkyscraper', [531, 532]],
    ['rows with tags', `Leaderboard\t${url(531)}\nSkyscraper\t${url(532)}`, [531, 532]],
  ])('%s', (_, text, ids) => {
    expect(readExpected(text)).toEqual({ ids, refused: [], refusedMore: 0, idsMore: 0 });
  });

  it.each<[string, string, number[], [number, string, string][]]>([
    ['words', 'Leaderboard', [], [[1, 'Leaderboard', 'no-id']]],
    ['what may be one number or two', '531\n123,456', [531], [[2, '123,456', 'grouped']]],
    ['what a spreadsheet has shortened', '1.23E+05\n531', [531], [[1, '1.23E+05', 'shortened']]],
    [
      'the same in rows',
      'Name\tTracker ID\nA\t1.23E+05\nB\t123,456\nC\t531.0\nD\t531',
      [531],
      [
        [2, '1.23E+05', 'shortened'],
        [3, '123,456', 'grouped'],
        [4, 'C', 'bad-id'],
      ],
    ],
    ['an id that is none', '531\n0', [531], [[2, '0', 'no-id']]],
    ['words between ids', '531\nLeaderboard 2\n532', [531, 532], [[2, 'Leaderboard 2', 'no-id']]],
    [
      'a tag without its id',
      `${image('[ID]')}\n531`,
      [531],
      [[1, image('[ID]'), 'tag-without-id']],
    ],
    [
      'another vendor’s tag',
      '<img src="https://t.example/p?id=9">',
      [],
      [[1, '<img src="https://t.example/p?id=9">', 'no-id']],
    ],
    ['a row of two trackers', `531\t${url(532)}`, [], [[1, '531', 'several-ids']]],
    [
      'a row whose id is none',
      'Tracker ID\tName\nsoon\tLeaderboard\n532\tSky',
      [532],
      [[2, 'soon', 'bad-id']],
    ],
  ])('says what it does not understand, and where: %s', (_, text, ids, refused) => {
    const taken = readExpected(text);
    expect(taken.ids).toEqual(ids);
    expect(taken.refused.map(({ line, text: said, why }) => [line, said, why])).toEqual(
      refused.map(([line, said, why]) => [line, said.slice(0, 200), why]),
    );
  });

  it('keeps no more than it can say', () => {
    const words = Array.from({ length: MAX_REFUSED + 5 }, (_, at) => `word ${at}`).join('\n');
    expect(readExpected(words)).toMatchObject({ ids: [], refusedMore: 5 });
    const ids = Array.from({ length: MAX_TAKEN + 7 }, (_, at) => at + 1).join('\n');
    const taken = readExpected(ids);
    expect([taken.ids.length, taken.idsMore]).toEqual([MAX_TAKEN, 7]);
  });
});

describe('trackers of a file', () => {
  function read(...sheets: readonly (readonly (readonly unknown[])[])[]) {
    const reader = createExpectedReader();
    for (const sheet of sheets) {
      const take = reader.open();
      for (const row of rowsOf(sheet)) take(row);
    }
    return reader.finish();
  }

  it.each<[string, readonly (readonly unknown[])[], number[]]>([
    [
      'a title in any column',
      [
        ['Name', 'Imp Tracker ID'],
        ['A', 531],
        ['B', '532'],
      ],
      [531, 532],
    ],
    [
      'an introduction above the titles',
      [['Plan of week 48'], [], ['Tracker', 'Note'], [531, 'x']],
      [531],
    ],
    [
      'a tag sheet',
      [
        ['Tracker ID', 'Tag'],
        [531, image(531)],
        [531, url(531)],
        [532, url(532)],
      ],
      [531, 532],
    ],
    [
      'tags under a title that nobody knows',
      [
        ['Placement', 'Code'],
        ['Top', image(531)],
      ],
      [531],
    ],
    ['ids alone', [[531], [532]], [531, 532]],
    ['rows that are empty', [['id'], [531], [], ['', null], [532]], [531, 532]],
  ])('%s', (_, rows, ids) => {
    expect(read(rows)).toEqual({ ids, refused: [], refusedMore: 0, idsMore: 0 });
  });

  it('is of the sheet that names most', () => {
    expect(read([['Notes'], ['call on 5 May']], [['id'], [531], [532]], [[1]]).ids).toEqual([
      531, 532,
    ]);
  });

  it('says the rows that it does not understand', () => {
    expect(
      read([
        ['id', 'name'],
        [531, 'A'],
        ['', 'B'],
        ['x', 'C'],
      ]),
    ).toMatchObject({
      ids: [531],
      refused: [
        { line: 3, text: 'B', why: 'no-id' },
        { line: 4, text: 'x', why: 'bad-id' },
      ],
    });
  });

  it('is empty where there is nothing', () => {
    expect(read().ids).toEqual([]);
    expect(read([]).ids).toEqual([]);
  });
});
