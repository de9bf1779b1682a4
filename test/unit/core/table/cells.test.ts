import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

import { cellAddress, dayCell, plainText, readText } from '@/lib/core/table/cells';
import { SHEET_COLUMNS } from '@/lib/core/tag-sheet/columns';
import { toHtmlTable, toTsv } from '@/lib/core/table/to-text';
import { writeCsv } from '@/lib/files/write-csv';

import { RUNS, runs } from '../../runs';
import { csvRows } from '../tag-sheet/build';

describe('cells', () => {
  it.each([
    [0, 0, 'A1'],
    [13, 13, 'N14'],
    [7, 25, 'Z8'],
    [0, 26, 'AA1'],
    [99, 701, 'ZZ100'],
    [0, 702, 'AAA1'],
  ])('row %i, column %i is %s', (row, column, address) => {
    expect(cellAddress(row, column)).toBe(address);
  });

  it.each([
    ['2026-12-01', { day: '2026-12-01' }],
    [' 2026-12-01 ', { day: '2026-12-01' }],
    ['2026-02-30', '2026-02-30'],
    ['1.12.2026', '1.12.2026'],
    ['', null],
  ])('a day typed as "%s"', (text, cell) => {
    expect(dayCell(text)).toEqual(cell);
  });

  it.each([
    [531, '531'],
    ['a\r\nb', 'a\nb'],
    ["'=1", '=1'],
    [new Date(Date.UTC(2026, 11, 1)), '2026-12-01'],
    [new Date(Number.NaN), ''],
    [true, 'true'],
    [null, ''],
    [undefined, ''],
    [{ rich: 'text' }, ''],
  ])('a value %o out of a file reads "%s"', (value, text) => {
    expect(readText(value)).toBe(text);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', '\t', '\n', ',', ';', '=', "'", ' ', 'a', '<', '&') }),
);
const anyRows = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.array(fc.array(anyText, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 4,
  }),
);
const TITLES = SHEET_COLUMNS.map(({ title }) => title);
const normal = (text: string) => text.replace(/\r\n?/g, '\n');

describe('as text', () => {
  it('quotes as Excel does', () => {
    expect(toTsv([['a', 'say "hi"', 'two\nlines', null, 5, { day: '2026-12-01' }], ['=x']])).toBe(
      'a\t"say ""hi"""\t"two\nlines"\t\t5\t2026-12-01\r\n\'=x',
    );
  });

  it('the table keeps a line break in its cell and markup as text', () => {
    const html = toHtmlTable([['Title'], ['<img src="x">\n&amp;'], ['=1']], 0);
    expect(html).toContain('<th>Title</th>');
    expect(html).toContain(
      '&lt;img src=&quot;x&quot;&gt;<br style="mso-data-placement:same-cell">&amp;amp;',
    );
    expect(html).toContain(">'=1</td>");
    expect(html).toContain("mso-number-format:'\\@'");
  });

  it('any rows come back from TSV', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const parsed = Papa.parse<string[]>(toTsv([TITLES, ...rows]), {
          delimiter: '\t',
          newline: '\r\n',
        });
        expect(parsed.data.slice(1).map((row) => row.map(readText))).toEqual(
          rows.map((row) => row.map(normal)),
        );
      }),
      RUNS,
    );
  }, 60_000);

  it('any rows come back from CSV', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const text = writeCsv({ rows: [TITLES, ...rows], headerRow: 0 });
        expect(text.startsWith('\uFEFF')).toBe(true);
        const back = csvRows(text, TITLES.length, rows.length + 1).map((row) =>
          row.slice(0, rows[0]?.length),
        );
        expect(back.slice(1)).toEqual(rows.map((row) => row.map(normal)));
      }),
      RUNS,
    );
  }, 60_000);

  it('a CSV of anybody’s is read as an independent reader reads it', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ' ', '"', ',', ';', '\t', '|', '\n', '='),
    });
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 5 });
    const delimiter = fc.constantFrom(',', ';', '\t', '|');
    fc.assert(
      fc.property(table, delimiter, fc.boolean(), fc.constantFrom('\n', '\r\n'), (...given) => {
        const [table, delimiter, quotes, newline] = given;
        const rows = [['Tracker ID', 'Impression URL', 'Notes'], ...table];
        const text = Papa.unparse(rows, { delimiter, quotes, newline });
        expect(csvRows(text, 3, rows.length)).toEqual(
          rows.map((row) => row.map((it) => readText(it))),
        );
      }),
      runs(5_000),
    );
  }, 60_000);

  it.each([
    ['a mark that is not closed', 'a,"b\nc,d', [['a', 'b\nc,d']]],
    ['text behind a closing mark', '"a"b,c', [['ab', 'c']]],
    ['a mark within', 'a"b"c,d', [['a"b"c', 'd']]],
    ['no line break at the end', 'a,b', [['a', 'b']]],
    [
      'a delimiter at the end',
      'a,\nb,',
      [
        ['a', ''],
        ['b', ''],
      ],
    ],
    [
      'old line breaks',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['nothing', '', []],
  ])('%s', (_, text, rows) => {
    expect(csvRows(text, 2)).toEqual(rows);
  });

  it('plain text of each kind', () => {
    expect([null, 5, '=a', { day: '2026-12-01' }].map(plainText)).toEqual([
      '',
      '5',
      "'=a",
      '2026-12-01',
    ]);
  });
});
