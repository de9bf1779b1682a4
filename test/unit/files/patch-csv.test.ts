import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

import { MAX_CELLS } from '@/lib/core/base/limits';
import type { FilledCell } from '@/lib/core/table/filled-cell';
import { harmless } from '@/lib/core/table/formulas';
import { createTagSheetReader } from '@/lib/core/tag-sheet/read/sheet-reader';
import { patchCsv, surveyCsv } from '@/lib/files/patch-csv';
import { readCsv } from '@/lib/files/read-csv';

import { runs } from '../runs';

const { score } = createTagSheetReader();
const HEAD = 'Tracker ID,Impression URL';
const URL = 'https://ib.adnxs.com/imptr?id=531&t=2';

function patch(
  bytes: Uint8Array<ArrayBuffer>,
  cells: readonly FilledCell[],
  ours: readonly number[] = [],
) {
  return patchCsv(bytes, { sheet: '', cells, ours: new Set(ours) }, score);
}
const utf8 = (text: string) => Uint8Array.from(Buffer.from(text));
/** What a text becomes with cells filled in: as `[row, column, value]`. */
function filled(
  text: string,
  cells: readonly [number, number, string | number | null][],
  ours: readonly number[] = [],
): string {
  const all = cells.map(([row, column, value]) => ({ row, column, value }));
  return Buffer.from(patch(utf8(text), all, ours).bytes).toString();
}

describe('a CSV with cells filled in', () => {
  it.each<[string, string, readonly [number, number, string | number | null][], string]>([
    [
      'behind the row',
      `${HEAD}\r\n531,${URL}\r\n`,
      [
        [0, 2, 'Result'],
        [1, 2, 'Pass'],
      ],
      `${HEAD},Result\r\n531,${URL},Pass\r\n`,
    ],
    ['with its mark', `\uFEFF${HEAD}\n531,${URL}\n`, [[1, 2, 7]], `\uFEFF${HEAD}\n531,${URL},7\n`],
    [
      'with semicolons',
      `Tracker ID;Impression URL\n531;${URL}\n`,
      [[1, 3, 'a;b']],
      `Tracker ID;Impression URL\n531;${URL};;"a;b"\n`,
    ],
    [
      'with tabs',
      `Tracker ID\tImpression URL\n531\t${URL}\n`,
      [[1, 2, 'x']],
      `Tracker ID\tImpression URL\n531\t${URL}\tx\n`,
    ],
    [
      'without an end of its last line',
      `${HEAD}\r\n531,${URL}`,
      [[1, 2, 'x']],
      `${HEAD}\r\n531,${URL},x`,
    ],
    [
      'with ends of several kinds',
      `${HEAD}\r\n1,${URL}\n2,${URL}\r3,${URL}\r\n`,
      [
        [1, 2, 'a'],
        [2, 2, 'b'],
        [3, 2, 'c'],
      ],
      `${HEAD}\r\n1,${URL},a\n2,${URL},b\r3,${URL},c\r\n`,
    ],
    [
      'in rows that are too short',
      `${HEAD}\n531\n,${URL}\n`,
      [
        [1, 2, 'x'],
        [2, 2, 'y'],
      ],
      `${HEAD}\n531,,x\n,${URL},y\n`,
    ],
    [
      'in a row that is longer',
      `${HEAD}\n531,${URL},,,9\n`,
      [[1, 3, 'x']],
      `${HEAD}\n531,${URL},,x,9\n`,
    ],
    ['in an empty line', `${HEAD}\n\n531,${URL}\n`, [[1, 2, 'x']], `${HEAD}\n,,x\n531,${URL}\n`],
    [
      'past breaks within a cell',
      `${HEAD}\n"5\n31",${URL}\n`,
      [[1, 2, 'x']],
      `${HEAD}\n"5\n31",${URL},x\n`,
    ],
    [
      'behind quotation marks that are not needed',
      `${HEAD}\n"531" ,"${URL}"x\n`,
      [[1, 2, 'x']],
      `${HEAD}\n"531" ,"${URL}"x,"x"\n`,
    ],
    [
      'where all is in quotation marks',
      `"Tracker ID","Impression URL"\n"531","${URL}"\n`,
      [
        [0, 2, 'R'],
        [1, 2, 'a "b"'],
      ],
      `"Tracker ID","Impression URL","R"\n"531","${URL}","a ""b"""\n`,
    ],
    [
      'that would be a formula',
      `${HEAD}\n531,${URL}\n`,
      [
        [1, 2, '=1+1'],
        [1, 3, '@a'],
      ],
      `${HEAD}\n531,${URL},'=1+1,'@a\n`,
    ],
    ['with nothing', `${HEAD}\n531,${URL}\n`, [[1, 2, null]], `${HEAD}\n531,${URL},\n`],
    [
      'in a row that is not there',
      `${HEAD}\r\n531,${URL}`,
      [[3, 1, 'x']],
      `${HEAD}\r\n531,${URL}\r\n\r\n,x\r\n`,
    ],
    [
      'in the next row',
      `${HEAD}\n531,${URL}\n`,
      [
        [2, 1, 'x'],
        [3, 0, 'y'],
      ],
      `${HEAD}\n531,${URL}\n,x\ny\n`,
    ],
    ['in no file at all', '', [[0, 0, 'x']], 'x\r\n'],
    ['none', `${HEAD}\n531,${URL}\n`, [], `${HEAD}\n531,${URL}\n`],
  ])('%s', (_, text, cells, expected) => {
    expect(filled(text, cells)).toBe(expected);
  });

  it('a column of ours is written over and emptied, another is not', () => {
    const text = `${HEAD},R\n531,${URL},"old, er"\n532,${URL},old\n`;
    expect(
      filled(
        text,
        [
          [1, 2, 'new'],
          [2, 2, null],
        ],
        [2],
      ),
    ).toBe(`${HEAD},R\n531,${URL},new\n532,${URL},\n`);
    expect(() => filled(text, [[1, 2, 'new']])).toThrow(
      expect.objectContaining({ problem: 'taken', where: 'C2' }),
    );
  });

  it('behind a quotation mark that is not closed nothing can be added', () => {
    expect(() => filled(`${HEAD}\n531,"${URL}\n`, [[1, 2, 'x']])).toThrow(
      expect.objectContaining({ problem: 'unclosed', where: 'A2' }),
    );
  });
});

describe('its encoding', () => {
  const text = `Tracker name,Impression URL\nCafé “top”,${URL}\n`;
  const wide = (it: string) => Buffer.from(`\uFEFF${it}`, 'utf16le');

  it.each([
    ['UTF-16, little end first', wide],
    ['UTF-16, big end first', (it: string) => wide(it).swap16()],
    ['UTF-8', (it: string) => Buffer.from(it)],
  ])('%s', (_, encode) => {
    const { bytes, notes } = patch(Uint8Array.from(encode(text)), [
      { row: 1, column: 2, value: '→ 東' },
    ]);
    expect(Buffer.from(bytes).equals(encode(text.replace(`${URL}\n`, `${URL},→ 東\n`)))).toBe(true);
    expect(notes).toEqual([]);
  });

  it('Windows-1252: every byte stays, and what it has is written', () => {
    const all = Buffer.from(
      Array.from({ length: 256 }, (_, at) => at).filter(
        (at) => at > 0 && !'\r\n,"'.includes(String.fromCharCode(at)),
      ),
    );
    const before = Buffer.concat([
      Buffer.from(`Name,Impression URL\n`),
      all,
      Buffer.from(`,${URL}\n`),
    ]);
    const { bytes } = patch(Uint8Array.from(before), [{ row: 1, column: 2, value: 'é “€”' }]);
    const expected = Buffer.concat([
      before.subarray(0, -1),
      Buffer.from(',\xe9 \x93\x80\x94\n', 'latin1'),
    ]);
    expect(Buffer.from(bytes).equals(expected)).toBe(true);
  });

  it('what it does not have is said, and nothing is written', () => {
    const before = Uint8Array.from(Buffer.from('Name,Impression URL\nCaf\xe9,x\n', 'latin1'));
    const write = () => patch(before, [{ row: 1, column: 2, value: 'a → b' }]);
    expect(write).toThrow(expect.objectContaining({ problem: 'sign', where: '→ (C2)' }));
  });

  it.each([
    ['plain letters in a file of plain letters', `${HEAD}\n1,x\n`, 'Pass', []],
    ['others in a file of plain letters without a mark', `${HEAD}\n1,x\n`, '“Pass”', ['unmarked']],
    ['others in a file with a mark', `\uFEFF${HEAD}\n1,x\n`, '“Pass”', []],
    ['others in a file that has some', `${HEAD}\né,x\n`, '“Pass”', []],
  ])('%s', (_, text, value, notes) => {
    expect(patch(utf8(text), [{ row: 1, column: 2, value }]).notes).toEqual(notes);
  });

  it('a half of a sign at the end stays what it is', () => {
    const before = Buffer.concat([wide(text), Buffer.from([0x41])]);
    const { bytes } = patch(Uint8Array.from(before), [{ row: 0, column: 2, value: 'R' }]);
    expect(
      Buffer.from(bytes).equals(
        Buffer.concat([wide(text.replace('URL\n', 'URL,R\n')), Buffer.from([0x41])]),
      ),
    ).toBe(true);
  });
});

const anyCell = fc.string({
  unit: fc.constantFrom('a', ' ', ',', ';', '"', '\n', '\r\n', '=', 'é', '😀'),
  maxLength: 6,
});

describe('whatever the file and the cells', () => {
  it('another reader finds what was there and what was filled in, and a second time changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyCell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 5, max: 7 }), anyCell), { maxLength: 6 }),
        (rows, newline, quotes, some) => {
          const table = [['Tracker ID', 'Impression URL'], ...rows];
          const text = Papa.unparse(table, { newline, quotes }) + newline;
          const cells = some
            .filter(([row]) => row < table.length)
            .map(([row, column, value]) => ({ row, column, value }));
          const { bytes } = patch(utf8(text), cells);
          const expected = table.map((row) => [...row]);
          for (const { row, column, value } of cells) {
            const own = expected[row] ?? [];
            while (own.length <= column) own.push('');
            own[column] = harmless(value);
          }
          const read = Papa.parse<string[]>(Buffer.from(bytes).toString(), {
            delimiter: ',',
            newline,
          });
          expect(read.data.slice(0, -1)).toEqual(expected);
          const again = patch(bytes, cells, [5, 6, 7]);
          expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
        },
      ),
      runs(2000),
    );
  });
});

it('a CSV that is read can be filled: cells that hold nothing are not counted in either', () => {
  const empty = `${','.repeat(15_000)}\n`.repeat(Math.ceil(MAX_CELLS / 15_000) + 1);
  const text = `${HEAD}\n531,${URL}\n${empty}`;
  const rows: number[] = [];
  readCsv(text, ({ row, columns }) => columns.length === 0 || rows.push(row) > 0, score);
  expect(rows).toEqual([0, 1]);
  expect([...surveyCsv(utf8(text), 0, score).titles.keys()]).toEqual([0, 1]);
});
