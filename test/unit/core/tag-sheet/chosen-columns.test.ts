import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { MAX_FINGERPRINT_CHARS, MAX_KNOWN_COLUMNS } from '@/lib/core/base/limits';
import { recallColumns, rememberColumns, REMEMBERED_SHEETS } from '@/lib/core/table/column-memory';
import { rowsOf } from '@/lib/core/table/raw-row';
import type { OpenSheet } from '@/lib/core/tag-sheet/read/open-sheet';
import { understandColumns, withChoice } from '@/lib/core/tag-sheet/read/choose-columns';
import {
  chooseColumn,
  chooseTag,
  type ColumnChoice,
} from '@/lib/core/tag-sheet/read/column-choice';
import { type ColumnMemory, ColumnMemorySchema } from '@/lib/core/tag-sheet/read/column-memory';
import { NoHeaderError } from '@/lib/core/tag-sheet/read/no-header';
import { checkRow, openSheet } from '@/lib/core/tag-sheet/read/read-sheet';
import { createTagSheetReader } from '@/lib/core/tag-sheet/read/sheet-reader';
import { readTableFile } from '@/lib/files/read-file';

import { RUNS } from '../../runs';
import { CONTEXT } from './build';

type Table = readonly (readonly unknown[])[];

const url = (id: number) => `https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster=%%CACHEBUSTER%%`;
const SHEET: Table = [
  ['Tracker ID', 'Ours', 'Ad server', 'Spot', 'Impression URL', 'Theirs'],
  [531, 532, 'Google Ad Manager', 'Home', url(531), 'https://v.example/p'],
];
const TAGS = 4;

const offerOf = (table: Table, memory: ColumnMemory = []) =>
  understandColumns(rowsOf(table), memory).offer;
const remembering = (table: Table, choice: ColumnChoice): ColumnMemory => [
  { fingerprint: offerOf(table).fingerprint, choice },
];
const say = (part: Partial<ColumnChoice>): ColumnChoice => ({ tags: [], columns: [], ...part });

/** The sheet as it is read with this choice, and what was found in its rows. */
function readWith(table: Table, choice: ColumnChoice) {
  const sheet = openSheet([{ name: '', rows: rowsOf(table) }], remembering(table, choice));
  if (!sheet) return null;
  const rows = sheet.rows.flatMap((_, index) => checkRow(sheet, index, CONTEXT) ?? []);
  return {
    tags: sheet.header.tagColumns.map(({ index }) => index),
    columns: Object.fromEntries(sheet.header.columns),
    rows: rows.map((row) => [
      row.verdict,
      ...row.findings
        .filter(({ severity }) => severity !== 'info')
        .map(({ address, code }) => `${address} ${code}`),
    ]),
  };
}

describe('the columns of a sheet are as a person chose them', () => {
  it.each<[string, Partial<ColumnChoice>, object]>([
    ['nothing', {}, { tags: [TAGS], rows: [['ok']] }],
    [
      'a tag column whose cells hold no tracker’s address',
      { tags: [5] },
      { tags: [5], rows: [['error', 'F2 no-tag']] },
    ],
    ['two tag columns', { tags: [TAGS, 5] }, { tags: [TAGS, 5], rows: [['error', 'F2 no-tag']] }],
    [
      'another id column',
      { columns: [['trackerId', 1]] },
      { columns: { trackerId: 1, adServer: 2, url: TAGS }, rows: [['error', 'E2 tracker-other']] },
    ],
    [
      'a column with a title of its own',
      { columns: [['placement', 3]] },
      { columns: { trackerId: 0, adServer: 2, placement: 3, url: TAGS } },
    ],
    ['no ad server', { columns: [['adServer', null]] }, { columns: { trackerId: 0, url: TAGS } }],
    [
      'a column for something else than it was recognised as',
      { columns: [['trackerName', 2]] },
      { columns: { trackerId: 0, trackerName: 2, url: TAGS } },
    ],
    [
      'a known column for tags',
      { tags: [2] },
      { tags: [2], columns: { trackerId: 0 }, rows: [['error', 'C2 no-tag']] },
    ],
    [
      'the only column with tags for something else: tags there are still',
      { columns: [['placement', TAGS]] },
      { tags: [TAGS] },
    ],
    [
      'columns that are not there any more',
      {
        tags: [6, 99],
        columns: [
          ['trackerId', 17],
          ['placement', 3],
        ],
      },
      { tags: [TAGS], columns: { trackerId: 0, adServer: 2, placement: 3, url: TAGS } },
    ],
    ['one that is there, and one that is not', { tags: [5, 99] }, { tags: [5] }],
  ])('%s', (_, choice, expected) => {
    const found = readWith(SHEET, say(choice));
    // Nothing beside what is expected, where it is looked at.
    expect(found && { ...found, ...expected }).toEqual(found);
  });

  it('and are not the ones of a sheet with other titles', () => {
    const memory = remembering(SHEET, say({ tags: [5] }));
    const other = [[...(SHEET[0] ?? []).slice(0, 5), 'Others'], ...SHEET.slice(1)];
    const sheet = openSheet([{ name: '', rows: rowsOf(other) }], memory);
    expect(sheet?.offer.choice).toBeNull();
    expect(sheet?.header.tagColumns).toMatchObject([{ index: TAGS }]);
  });

  it('in the sheet of a workbook that was chosen, however much of another is recognised', () => {
    const plan: Table = [
      ['Spot', 'Snip'],
      ['Home', url(531)],
    ];
    const sheets = [SHEET, plan].map((table, at) => ({ name: String(at), rows: rowsOf(table) }));
    expect(openSheet(sheets)?.name).toBe('0');
    expect(openSheet(sheets, remembering(plan, say({ tags: [1] })))?.name).toBe('1');
  });
});

const PLAN: Table = [
  ['Winter plan'],
  [],
  ['Spot', 'Size of it', 'Snip'],
  ['Home', '1x1', 'https://v.example/p'],
  ['News', '1x1', 'see mail'],
];

describe('a sheet in which nothing is recognised', () => {
  it('tells its columns by the row that has most of them', () => {
    expect(openSheet([{ name: '', rows: rowsOf(PLAN) }])).toBeNull();
    expect(offerOf(PLAN).titles).toEqual([
      { index: 0, title: 'Spot' },
      { index: 1, title: 'Size of it' },
      { index: 2, title: 'Snip' },
    ]);
  });

  it.each<[string, Table, Partial<ColumnChoice>, unknown]>([
    ['tags', PLAN, { tags: [2] }, [4, 5]],
    ['no tags', PLAN, { columns: [['placement', 0]] }, null],
    ['tags in a column that is gone', PLAN, { tags: [7] }, null],
    ['tags in rows without titles', PLAN.slice(3), { tags: [2] }, [1, 2]],
  ])('where a person chooses %s', (_, table, choice, expected) => {
    const sheet = openSheet([{ name: '', rows: rowsOf(table) }], remembering(table, say(choice)));
    expect(sheet && sheet.rows.map(({ row }) => row + 1)).toEqual(expected);
  });

  it('keeps what is known of the titles beside', () => {
    const table = [
      ['Tracker ID', 'Site', 'Snip'],
      [531, 'Home', 'x'],
    ];
    expect(readWith(table, say({ tags: [2] }))).toMatchObject({
      columns: { trackerId: 0, site: 1 },
      rows: [['error', 'C2 no-tag']],
    });
  });

  it.each([',', ';', '\t', '|'])('is cut by “%s”, whatever else its texts have', (delimiter) => {
    const lines = [
      ['Spot', 'What, when and how', 'Snip'],
      ['Home', 'a; b, c', 'x'],
      ['News', 'Mon, Tue', 'y'],
    ].map((cells) => cells.map((cell) => `"${cell}"`).join(delimiter));
    const reader = createTagSheetReader();
    readTableFile(new TextEncoder().encode(lines.join('\n')).buffer, reader);
    expect(refusal(reader.finish).offer?.titles.map(({ title }) => title)).toEqual([
      'Spot',
      'What, when and how',
      'Snip',
    ]);
  });

  it('has nothing to choose from where it is empty', () => {
    expect(offerOf([]).titles).toEqual([]);
    expect(refusal(createTagSheetReader().finish).offer).toBeNull();
  });
});

function refusal(finish: () => OpenSheet): NoHeaderError {
  try {
    finish();
  } catch (error) {
    if (error instanceof NoHeaderError) return error;
  }
  throw new Error('it was not refused');
}

describe('the columns to choose from', () => {
  it('are those without a title too', () => {
    expect(
      offerOf([
        ['Site', '', 'Note'],
        ['Home', url(531)],
      ]).titles,
    ).toEqual([
      { index: 0, title: 'Site' },
      { index: 1, title: '' },
      { index: 2, title: 'Note' },
    ]);
  });

  it('are not without end, and the known ones are among them', () => {
    const many = Array.from({ length: 1000 }, (_, at) => `Column ${at}`);
    const { titles } = offerOf([
      [...many, 'Impression URL'],
      [...many, url(531)],
    ]);
    expect(titles).toHaveLength(MAX_KNOWN_COLUMNS);
    expect(titles.at(-1)).toEqual({ index: 1000, title: 'Impression URL' });
  });

  it.each<[string, readonly string[], boolean]>([
    ['in another case', ['spot', 'SNIP'], true],
    ['with more space', [' Spot', 'Snip  '], true],
    ['in another order', ['Snip', 'Spot'], false],
    ['one more', ['Spot', 'Snip', 'Note'], false],
    ['one in another column', ['Spot', '', 'Snip'], false],
  ])('titles %s', (_, titles, isSame) => {
    const [before, after] = [['Spot', 'Snip'], titles].map((row) => offerOf([row]).fingerprint);
    expect(before === after).toBe(isSame);
  });

  it('have a fingerprint that is short and says nothing of them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 3 })), (titles) => {
        const { fingerprint } = offerOf([titles]);
        expect(fingerprint).toMatch(/^\d+(?:-[0-9a-z]+){2}$/);
        expect(fingerprint.length).toBeLessThanOrEqual(MAX_FINGERPRINT_CHARS);
      }),
      RUNS,
    );
  });
});

describe('choosing', () => {
  const now = [{ index: 4 }, { index: 7 }];
  it.each<[string, number, number | null, readonly number[]]>([
    ['another one', 0, 5, [5, 7]],
    ['one more', 2, 1, [1, 4, 7]],
    ['one less', 1, null, [4]],
    ['one that is among them', 0, 7, [7]],
    ['no more', 2, null, [4, 7]],
  ])('tags: %s', (_, place, column, tags) => {
    const columns: ColumnChoice['columns'] = [['placement', 2]];
    expect(chooseTag({ tags: [], columns }, now, place, column)).toEqual({ tags, columns });
    expect(chooseTag(null, now, place, column)).toEqual({ tags, columns: [] });
  });

  it('another kind leaves the others as they are', () => {
    const first = chooseColumn(null, 'placement', 2);
    const second = chooseColumn(first, 'trackerId', null);
    expect(chooseColumn(second, 'placement', 3)).toEqual({
      tags: [],
      columns: [
        ['trackerId', null],
        ['placement', 3],
      ],
    });
  });

  it('whatever is chosen, a sheet has tags and each column is there', () => {
    const index = fc.integer({ min: 0, max: 8 });
    const choices = fc.record({
      tags: fc.array(index),
      columns: fc.array(
        fc.tuple(fc.constantFrom('trackerId' as const, 'placement' as const), fc.option(index)),
        { maxLength: 2 },
      ),
    });
    const { header, offer } = understandColumns(rowsOf(SHEET), []);
    if (!header) throw new Error('no header');
    fc.assert(
      fc.property(choices, (choice) => {
        const { tagColumns, columns } = withChoice(header, choice, offer.titles);
        expect(tagColumns.length).toBeGreaterThan(0);
        const used = [...columns.values(), ...tagColumns.map((tag) => tag.index)];
        for (const at of used) expect(at).toBeLessThan(6);
      }),
      RUNS,
    );
  });
});

describe('what was chosen is remembered', () => {
  const choice = say({ tags: [2] });

  it('for the sheet it was chosen for, until it is forgotten', () => {
    const memory = rememberColumns(rememberColumns([], 'a', choice), 'b', say({ tags: [3] }));
    expect(recallColumns(memory, 'a')).toEqual(choice);
    expect(recallColumns(memory, 'c')).toBeNull();
    expect(rememberColumns(memory, 'a', null)).toEqual([
      { fingerprint: 'b', choice: say({ tags: [3] }) },
    ]);
  });

  it('the last one of each sheet, and the oldest goes', () => {
    let memory: ColumnMemory = [];
    for (let at = 0; at <= REMEMBERED_SHEETS; at += 1) {
      memory = rememberColumns(memory, String(at), choice);
    }
    memory = rememberColumns(memory, '1', say({ tags: [9] }));
    expect(memory).toHaveLength(REMEMBERED_SHEETS);
    expect(recallColumns(memory, '0')).toBeNull();
    expect(memory[0]).toEqual({ fingerprint: '1', choice: say({ tags: [9] }) });
    expect(ColumnMemorySchema.parse(memory)).toEqual(memory);
  });

  it.each<[string, unknown]>([
    ['no list', {}],
    ['a column before the first', [{ fingerprint: 'a', choice: say({ tags: [-1] }) }]],
    ['a kind nobody knows', [{ fingerprint: 'a', choice: { tags: [], columns: [['mood', 1]] } }]],
    ['a long fingerprint', [{ fingerprint: 'a'.repeat(41), choice }]],
    ['too many', Array.from({ length: 51 }, () => ({ fingerprint: 'a', choice }))],
  ])('%s is not read', (_, stored) => {
    expect(ColumnMemorySchema.safeParse(stored).success).toBe(false);
  });
});
