import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { csvCell, toCsv } from '@/lib/core/table/csv';
import { asTyped, harmless } from '@/lib/core/table/formulas';
import { rowsTable } from '@/lib/core/tag-sheet/sheet-table';
import { toHtmlTable, toTsv } from '@/lib/core/table/to-text';
import { sheetWords } from '@/lib/text/sheets/sheet';

import { runs } from '../../runs';
import { ownTime } from '../../../support/own-time';
import { choices, order } from '../tag-sheet/build';

describe('a text', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("https://x.example")', `'=HYPERLINK("https://x.example")`],
    ['+49 30', "'+49 30"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\n=1', "'\n'=1"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠SUM(1)', "'＠SUM(1)"],
    [' =1', "' =1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['"=1"', `'"=1"`],
    ["a;=cmd|' /C calc'!A0;b", "a;'=cmd|' /C calc'!A0;b"],
    ['a;"=1";b', `a;'"=1";b`],
    ['a, -1', "a,' -1"],
    ['a\t+1', "a\t'+1"],
    ['a\n\n=1', "a\n'\n'=1"],
    ["'=1", "''=1"],
    ["a;'=1", "a;''=1"],
    ["'tis", "'tis"],
    ['a=b', 'a=b'],
    ['a;b;c,d', 'a;b;c,d'],
    ['https://ib.adnxs.com/imptr?id=1', 'https://ib.adnxs.com/imptr?id=1'],
    ['', ''],
  ])('%j is written as %j and read back', (text, written) => {
    expect(harmless(text)).toBe(written);
    expect(asTyped(written)).toBe(text);
  });

  it('of a tag stays as it is, whatever ad server it is for', () => {
    const made = order({
      servers: AD_SERVERS,
      choices: choices({ withCost: true, withConsent: true, redir: 'https://x.example/?a=1,2;3' }),
    });
    const cells = rowsTable(made, sheetWords)
      .rows.slice(1)
      .map((row) => row.slice(13, 16));
    for (const cell of cells.flat()) expect(harmless(String(cell))).toBe(String(cell));
  });

  it('is made harmless in a moment, however many places there are', () => {
    for (const piece of ['\n', "'", ' ', '=', ';', '\n=', ";'", '"\n']) {
      const text = piece.repeat(200_000);
      const began = ownTime();
      expect(asTyped(harmless(text))).toBe(text);
      expect(ownTime() - began).toBeLessThan(2000);
    }
  });
});

const SIGN = /^[=+\-@＝＋－＠]/;
const PIECES = '= + - @ ＝ ＋ － ＠ \' " "" ; , | a 1'.split(' ');
const pieces = fc.constantFrom(
  ...PIECES.concat([' ', '\t', '\r', '\n', '\r\n', '\u00a0', '\uFEFF', "cmd|' /C calc'!A0"]),
);
const nasty = fc.array(pieces, { maxLength: 12 }).map((some) => some.join(''));
const rows = fc.array(fc.array(nasty, { minLength: 3, maxLength: 3 }), {
  minLength: 1,
  maxLength: 4,
});

/** Every cell that a program may make of a text: with and without a care for quotation marks. */
function cellsOf(text: string): readonly string[] {
  return [';', ',', '\t'].flatMap((delimiter) => [
    ...Papa.parse<string[]>(text, { delimiter }).data.flat(),
    ...asExcel(text, delimiter),
    ...text.split(/[\r\n]/).flatMap((line) => line.split(delimiter)),
  ]);
}

/** As Excel reads: a quotation mark counts where it begins a cell, and what follows its end belongs to it. */
function asExcel(text: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let begins = true;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (quoted && unit === '"' && text[at + 1] === '"') {
      cell += unit;
      at += 1;
    } else if (quoted && unit === '"') quoted = false;
    else if (!quoted && begins && unit === '"') quoted = true;
    else if (!quoted && (unit === delimiter || unit === '\r' || unit === '\n')) {
      cells.push(cell);
      cell = '';
      begins = true;
      continue;
    } else cell += unit;
    begins = false;
  }
  return [...cells, cell];
}

describe('whatever the texts, however they are split', () => {
  it('every one comes back', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(asTyped(harmless(text))).toBe(text);
      }),
      runs(20_000),
    );
  }, 60_000);

  it.each<[string, (rows: readonly (readonly string[])[]) => string]>([
    ['CSV', toCsv],
    ['TSV', toTsv],
  ])(
    'no cell of a %s is a formula',
    (_, write) => {
      fc.assert(
        fc.property(rows, (rows) => {
          // Spaces, quotation marks and marks of byte order in front are passed over by some.
          for (const cell of cellsOf(write(rows))) {
            expect(cell.replace(/^["\s]+/, '')).not.toMatch(SIGN);
          }
        }),
        runs(3_000),
      );
    },
    60_000,
  );

  it('no cell of an HTML table is one', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const [, cell = ''] = />([^<]*)</.exec(toHtmlTable([[text]], 1).slice(11)) ?? [];
        expect(cell.replaceAll('&quot;', '').trim()).not.toMatch(SIGN);
      }),
      runs(5_000),
    );
  }, 60_000);
});

describe('a cell of a CSV', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['a;b', '"a;b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    [' x', '" x"'],
    ['=1+1', "'=1+1"],
    ['\tx', `"'\tx"`],
    ['=a,"b"', `"'=a,""b"""`],
    ["a;=cmd|' /C calc'!A0;b", `"a;'=cmd|' /C calc'!A0;b"`],
  ])('%j becomes %j', (value, wanted) => expect(csvCell(value)).toBe(wanted));
});

describe('a CSV', () => {
  it.each([
    [[], '\uFEFF'],
    [
      [
        ['ID', 'Name'],
        ['531', 'Größe'],
      ],
      '\uFEFFID,Name\r\n531,Größe\r\n',
    ],
    [[['=1', 'a,b']], `\uFEFF'=1,"a,b"\r\n`],
  ])('of %j is %j: Excel knows UTF-8 by its first character', (rows, wanted) => {
    expect(toCsv(rows)).toBe(wanted);
  });
});
