import fc from 'fast-check';
import { unzipSync } from 'fflate/browser';
import readXlsxFile from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';

import { FillError } from '@/lib/core/table/fill-problem';
import { SheetFileError } from '@/lib/core/table/file-problem';
import type { FilledCell } from '@/lib/core/table/filled-cell';
import { harmless } from '@/lib/core/table/formulas';
import { type RawRow, valueAt } from '@/lib/core/table/raw-row';
import { patchXlsx } from '@/lib/files/patch-xlsx';
import { readXlsx } from '@/lib/files/read-xlsx';

import { runs } from '../runs';
import { clientParts, PLAN, PLAN_XML } from './client-workbook';
import { repeated, archive, SHEET_PART, workbook, workbookParts } from './hostile-files';
import { rawEntries, type RichPart, type RichZip, richZip } from './rich-zip';

const SHEET = 'Plan & tags';
const TAG = '<img src="https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%" />';
const FILLED: readonly FilledCell[] = [
  { row: 2, column: 10, value: 'Tracker ID (Piggyback)', like: 5 },
  { row: 2, column: 11, value: 'Tag (Piggyback)', like: 5 },
  { row: 3, column: 10, value: 531 },
  { row: 3, column: 11, value: TAG },
  { row: 4, column: 11, value: '=cmd|"/c calc"!A1' },
];

const patchClient = (parts = clientParts(), whole: RichZip = {}, cells = FILLED) =>
  patchXlsx(richZip(parts, whole), [{ sheet: SHEET, cells, ours: new Set() }]);
const partOf = (bytes: Uint8Array, name: string) =>
  Buffer.from(unzipSync(bytes)[name] ?? []).toString();

/** Every cell that holds something, as our reader has it: `1!N14` and its value. */
function cellsOf(bytes: Uint8Array): ReadonlyMap<string, unknown> {
  const cells = new Map<string, unknown>();
  let sheet = 0;
  readXlsx(Uint8Array.from(bytes).buffer, () => {
    sheet += 1;
    const own = sheet;
    return (row: RawRow) => {
      for (const column of row.columns) {
        cells.set(`${own}!${row.row},${column}`, valueAt(row, column));
      }
      return true;
    };
  });
  return cells;
}

describe('a client’s workbook with a table, a chart, formulas and macros', () => {
  it.each<[string, RichZip, Partial<RichPart>]>([
    ['as it comes', {}, {}],
    ['with something in front and a remark behind', { before: 'MZ stub', remark: 'of mine' }, {}],
    ['written in ZIP64', { isLong: true }, { isLong: true, hasDescriptor: false }],
    ['its sheet stored as it is', {}, { isStored: true, hasDescriptor: false }],
  ])('%s: every other part is the same, byte for byte', (_, whole, lie) => {
    const parts = clientParts([
      { name: PLAN, content: PLAN_XML, hasDescriptor: true, remark: 'the plan', ...lie },
      { name: 'docProps/core.xml', content: '<a/>', isLong: whole.isLong ?? false },
      { name: 'docProps/custom.xml', content: '<a/>', gap: 'left behind' },
    ]);
    const before = richZip(parts, whole);
    const { bytes, notes } = patchClient(parts, whole);
    const [was, is] = [rawEntries(before), rawEntries(bytes)];
    const others = ({ entries }: typeof was) => entries.filter(({ name }) => name !== PLAN);
    expect(others(is)).toEqual(others(was));
    expect(is.entries.map(({ name }) => name)).toEqual(was.entries.map(({ name }) => name));
    expect(is.tail).toBe(was.tail);
    expect(notes).toEqual([]);
    // Others find their way in it, too.
    const [unpacked, first] = [unzipSync(bytes), unzipSync(before)];
    for (const [name, content] of Object.entries(first)) {
      if (name !== PLAN) expect(unpacked[name], name).toEqual(content);
    }
    expect([...cellsOf(bytes)].length).toBe([...cellsOf(before)].length + FILLED.length);
  });

  it('in the sheet only the filled cells are new, and how far it reaches', () => {
    const changed = PLAN_XML.replace('ref="A1:F7"', 'ref="A1:L7"')
      .replace('<row r="3" spans="1:6"', '<row r="3" spans="1:12"')
      .replace('<row r="4" spans="1:6"', '<row r="4" spans="1:12"')
      .replace('<row r="5" spans="1:6"', '<row r="5" spans="1:12"')
      .replace(
        '<v>6</v></c></row>',
        '<v>6</v></c><c r="K3" s="1" t="inlineStr"><is><t>Tracker ID (Piggyback)</t></is></c><c r="L3" s="1" t="inlineStr"><is><t>Tag (Piggyback)</t></is></c></row>',
      )
      .replace(
        '<c r="G4" s="5"/></row>',
        '<c r="G4" s="5"/><c r="K4"><v>531</v></c><c r="L4" t="inlineStr"><is><t>&lt;img src="https://ib.adnxs.com/imptr?id=531&amp;t=2&amp;cachebuster=%%CACHEBUSTER%%" /&gt;</t></is></c></row>',
      )
      .replace(
        '<v>4</v></c></row>',
        `<v>4</v></c><c r="L5" t="inlineStr"><is><t>'=cmd|"/c calc"!A1</t></is></c></row>`,
      );
    expect(partOf(patchClient().bytes, PLAN)).toBe(changed);
  });

  it('is read by an independent reader with everything as it was, and what was filled in', async () => {
    const read = async (bytes: Uint8Array) => {
      const [plan] = await readXlsxFile(Uint8Array.from(bytes).buffer, { trim: false });
      return plan?.data.map((row) => [...row]) ?? [];
    };
    const before = await read(richZip(clientParts()));
    const after = await read(patchClient().bytes);
    expect(after.map((row) => row.slice(0, 7))).toEqual(
      before.map((row) => Array.from({ length: 7 }, (_, at) => row[at] ?? null)),
    );
    expect(after[3]?.slice(10)).toEqual([531, TAG]);
    expect(after[4]?.slice(10)).toEqual([null, `'=cmd|"/c calc"!A1`]);
  });

  it('filled twice is the same file as filled once', () => {
    const once = patchClient().bytes;
    const again = patchXlsx(once, [{ sheet: SHEET, cells: FILLED, ours: new Set([10, 11]) }]);
    expect(Buffer.from(again.bytes).equals(Buffer.from(once))).toBe(true);
  });

  it('with nothing to fill in stays as it is', () => {
    const before = richZip(clientParts());
    const { bytes } = patchXlsx(before, [{ sheet: SHEET, cells: [], ours: new Set() }]);
    expect(Buffer.from(bytes).equals(Buffer.from(before))).toBe(true);
  });

  it('may have several sheets filled in', () => {
    const fills = [SHEET, 'Lists'].map((sheet) => ({
      sheet,
      cells: [{ row: 5, column: 20, value: 'x' }],
      ours: new Set<number>(),
    }));
    const { bytes } = patchXlsx(richZip(clientParts()), fills);
    expect(cellsOf(bytes).get('1!5,20')).toBe('x');
    expect(cellsOf(bytes).get('2!5,20')).toBe('x');
  });

  it.each<[string, readonly RichPart[], readonly string[]]>([
    [
      'a signature over the document',
      [{ name: '_xmlsignatures/origin.sigs', content: '' }],
      ['signed'],
    ],
    ['one over its macros alone', [{ name: 'xl/vbaProjectSignature.bin', content: 'a' }], []],
    [
      'a protected sheet',
      [{ name: PLAN, content: PLAN_XML.replace('sheet="0"', 'sheet="1"') }],
      ['protected'],
    ],
  ])('%s is told', (_, others, notes) => {
    expect(patchClient(clientParts(others)).notes).toEqual(notes);
  });
});

const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
/** What a sheet's rows become with `x` filled into B2, and `y` into D2, unless other cells are said. */
function filledRows(
  rows: string,
  cells: readonly FilledCell[],
  ours: readonly number[] = [],
): string {
  const { bytes } = patchXlsx(
    new Uint8Array(workbook(rows.startsWith('<?') ? rows : sheetOf(rows))),
    [{ sheet: 'Tags', cells, ours: new Set(ours) }],
  );
  const text = partOf(bytes, SHEET_PART);
  return text.replace('<worksheet><sheetData>', '').replace('</sheetData></worksheet>', '');
}
const X: FilledCell = { row: 1, column: 1, value: 'x' };
const Y: FilledCell = { row: 1, column: 3, value: 7 };
const cell = (at: string, text = 'x', more = '') =>
  `<c r="${at}"${more} t="inlineStr"><is><t>${text}</t></is></c>`;

describe('a cell comes to its place', () => {
  it.each<[string, string, readonly FilledCell[], string]>([
    [
      'a row that is not there, at the end',
      '<row r="1"/>',
      [X],
      `<row r="1"/><row r="2">${cell('B2')}</row>`,
    ],
    [
      'a row that is not there, in between',
      '<row r="1"/>\n<row r="3"/>',
      [X],
      `<row r="1"/>\n<row r="2">${cell('B2')}</row><row r="3"/>`,
    ],
    ['no rows at all', '', [X], `<row r="2">${cell('B2')}</row>`],
    ['an empty row', '<row r="2"/>', [X], `<row r="2">${cell('B2')}</row>`],
    [
      'an empty row with a look',
      '<row r="2" s="3" />',
      [X],
      `<row r="2" s="3" >${cell('B2')}</row>`,
    ],
    ['an open row', '<row r="2"> </row>', [X], `<row r="2"> ${cell('B2')}</row>`],
    [
      'before, between and behind',
      '<row r="2"><c r="A2"><v>1</v></c><c r="C2"><v>2</v></c></row>',
      [X, Y],
      `<row r="2"><c r="A2"><v>1</v></c>${cell('B2')}<c r="C2"><v>2</v></c><c r="D2"><v>7</v></c></row>`,
    ],
    [
      'a cell that has only a look',
      '<row r="2"><c r="B2" s="9"/></row>',
      [X],
      `<row r="2">${cell('B2', 'x', ' s="9"')}</row>`,
    ],
    [
      'a cell that says nothing, over two lines',
      '<row r="2">\n <c s="9" r="B2" t="s">\r\n <v></v>\n</c></row>',
      [X],
      `<row r="2">\n ${cell('B2', 'x', ' s="9"')}</row>`,
    ],
    [
      'rows and cells without their place',
      '<row><c><v>1</v></c></row><row><c/><c/><c><v>2</v></c></row>',
      [X, Y],
      `<row><c><v>1</v></c></row><row><c/>${cell('B2')}<c><v>2</v></c><c r="D2"><v>7</v></c></row>`,
    ],
    [
      'the look of another cell of the row',
      '<row r="2"><c r="A2" s="4"/></row>',
      [{ ...X, like: 0 }],
      `<row r="2"><c r="A2" s="4"/>${cell('B2', 'x', ' s="4"')}</row>`,
    ],
    [
      'what a row tells of its columns',
      `<row r="2" spans='3:3' ht="12"><c r="C2"><v>1</v></c></row>`,
      [X, Y],
      `<row r="2" spans='2:4' ht="12">${cell('B2')}<c r="C2"><v>1</v></c><c r="D2"><v>7</v></c></row>`,
    ],
    [
      'enough columns are told',
      '<row r="2" spans="1:9"/>',
      [X],
      `<row r="2" spans="1:9">${cell('B2')}</row>`,
    ],
    [
      'prefixes',
      '<x:row r="2"><x:c r="A2"/></x:row>',
      [X],
      '<x:row r="2"><x:c r="A2"/><x:c r="B2" t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c></x:row>',
    ],
    [
      'remarks and untouched text that look like cells',
      '<!-- <row r="2"> --><row r="2"><c r="A2" t="str"><v><![CDATA[</c><c r="B2">]]></v></c></row>',
      [X],
      `<!-- <row r="2"> --><row r="2"><c r="A2" t="str"><v><![CDATA[</c><c r="B2">]]></v></c>${cell('B2')}</row>`,
    ],
    [
      'spaces that count',
      '',
      [{ ...X, value: ' a\nb' }],
      `<row r="2">${cell('B2').replace('<t>x', '<t xml:space="preserve"> a\nb')}</row>`,
    ],
    [
      'what XML cannot hold',
      '',
      [{ ...X, value: 'a\u0007_x0041_<&>"' }],
      `<row r="2">${cell('B2', 'a_x0007__x005F_x0041_&lt;&amp;&gt;"')}</row>`,
    ],
    [
      'what would be a formula',
      '',
      [{ ...X, value: '@SUM(1);-2' }],
      `<row r="2">${cell('B2', "'@SUM(1);'-2")}</row>`,
    ],
    ['nothing, where nothing is', '<row r="1"/>', [{ ...X, value: null }], '<row r="1"/>'],
  ])('%s', (_, rows, cells, expected) => {
    expect(filledRows(rows, cells)).toBe(expected);
  });

  it('a column of ours is written over, and emptied with its look kept', () => {
    const rows = '<row r="2"><c r="B2" s="1" t="s"><v>0</v></c><c r="D2" s="2"><v>5</v></c></row>';
    expect(filledRows(rows, [X, { ...Y, value: null }], [1, 3])).toBe(
      `<row r="2">${cell('B2', 'x', ' s="1"')}<c r="D2" s="2"/></row>`,
    );
  });

  it.each([
    [
      'the sheet has no rows',
      '<worksheet><sheetData/></worksheet>',
      `<worksheet><sheetData><row r="2">${cell('B2')}</row></sheetData></worksheet>`,
    ],
    [
      'with a prefix',
      '<x:worksheet xmlns:x="a"><x:dimension ref="A1"/><x:sheetData/></x:worksheet>',
      '<x:worksheet xmlns:x="a"><x:dimension ref="A1:B2"/><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    ],
    [
      'rows of something else stand behind',
      '<worksheet><sheetData></sheetData><controls><from><row>5</row></from></controls></worksheet>',
      `<worksheet><sheetData><row r="2">${cell('B2')}</row></sheetData><controls><from><row>5</row></from></controls></worksheet>`,
    ],
    [
      'strict, in UTF-8 with a mark',
      '\uFEFF<?xml version="1.0"?><worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData></sheetData></worksheet>',
      `\uFEFF<?xml version="1.0"?><worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData><row r="2">${cell('B2')}</row></sheetData></worksheet>`,
    ],
  ])('%s', (_, xml, expected) => {
    const { bytes } = patchXlsx(new Uint8Array(workbook(xml)), [
      { sheet: 'Tags', cells: [X], ours: new Set() },
    ]);
    expect(partOf(bytes, SHEET_PART)).toBe(expected);
  });

  it.each(['utf-16le', 'utf-16be'] as const)('in %s, which stays so', (encoding) => {
    const wide = (text: string) => {
      const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
      return encoding === 'utf-16le' ? bytes : bytes.swap16();
    };
    const xml =
      '<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>Café 東 😀</v></c></row></sheetData></worksheet>';
    const bytes = archive(workbookParts([{ name: SHEET_PART, content: wide(xml) }]));
    const patched = patchXlsx(new Uint8Array(bytes), [
      { sheet: 'Tags', cells: [{ ...X, value: '→' }], ours: new Set() },
    ]);
    const expected = wide(
      xml.replace('</sheetData>', `<row r="2">${cell('B2', '→')}</row></sheetData>`),
    );
    expect(Buffer.from(unzipSync(patched.bytes)[SHEET_PART] ?? []).equals(expected)).toBe(true);
  });
});

/** Why nothing was filled in, and where; or that it was. */
function problemOf(work: () => unknown): string {
  try {
    work();
    return 'filled';
  } catch (error) {
    if (error instanceof FillError) return [error.problem, error.where].filter(Boolean).join(' ');
    if (error instanceof SheetFileError) return error.problem;
    throw error;
  }
}

describe('nothing is filled in where something would be lost', () => {
  it.each([
    ['a number', '<row r="2"><c r="B2"><v>0</v></c></row>', 'taken B2'],
    [
      'a text of its own',
      '<row r="2"><c r="B2" t="inlineStr"><is><t>a</t></is></c></row>',
      'taken B2',
    ],
    ['a blank that somebody typed', '<row r="2"><c r="B2" t="str"><v> </v></c></row>', 'taken B2'],
    ['an error', '<row r="2"><c r="B2" t="e"><v>#N/A</v></c></row>', 'taken B2'],
    ['a formula', '<row r="2"><c r="B2"><f>A1</f></c></row>', 'formula B2'],
    ['a shared formula', '<row r="2"><c r="B2"><f t="shared" si="0"/></c></row>', 'formula B2'],
    [
      'what a formula fills',
      '<row r="1"><c r="A1"><f t="array" ref="A1:C3">B9:D11</f></c></row>',
      'formula B2',
    ],
    ['rows out of order', '<row r="3"/><row r="1"/>', 'odd-order'],
    ['a row twice', '<row r="2"/><row r="2"/>', 'odd-order'],
    ['cells out of order', '<row r="2"><c r="C2"/><c r="A2"/></row>', 'odd-order'],
    ['a row that is none', '<row r="0"/>', 'damaged'],
    ['a column beyond the last', '<row r="2"><c r="ZZZ2"/></row>', 'damaged'],
    ['a look that is none', '<row r="2"><c r="B2" s="1&quot; t=&quot;s"/></row>', 'damaged'],
    [
      'another shared formula beside',
      '<row r="1"><c r="A1"><f t="shared" ref="A1:C3" si="0">1</f></c></row>',
      'filled',
    ],
  ])('%s', (_, rows, expected) => {
    expect(problemOf(() => filledRows(rows, [X]))).toBe(expected);
  });

  it('not even in a column of ours a formula', () => {
    expect(problemOf(() => filledRows('<row r="2"><c r="B2"><f>A1</f></c></row>', [X], [1]))).toBe(
      'formula B2',
    );
  });

  it.each([
    ['a cell under a merge', 'A1:C3', 'merged B2'],
    ['the first cell of one', 'B2:C3', 'filled'],
    ['one elsewhere', 'E1:F3', 'filled'],
    ['one that is none', 'nowhere', 'filled'],
  ])('%s', (_, ref, expected) => {
    const xml = `<worksheet><sheetData/><mergeCells><mergeCell ref="${ref}"/></mergeCells></worksheet>`;
    const patch = () =>
      patchXlsx(new Uint8Array(workbook(xml)), [{ sheet: 'Tags', cells: [X], ours: new Set() }]);
    expect(problemOf(patch)).toBe(expected);
  });

  it.each([
    ['a text longer than a cell', 'a'.repeat(32_768), 'too-long B2'],
    ['one as long as a cell', 'a'.repeat(32_767), 'filled'],
    ['one that grows as it is written', '\u0007'.repeat(6_000), 'filled'],
    ['one that is too long once it is harmless', `=${'a'.repeat(32_766)}`, 'too-long B2'],
  ])('%s', (_, value, expected) => {
    expect(problemOf(() => filledRows('', [{ ...X, value }]))).toBe(expected);
  });

  it.each([
    [
      'another encoding',
      '<?xml version="1.0" encoding="ISO-8859-1"?><worksheet><sheetData/></worksheet>',
      'encoding',
    ],
    [
      'bytes that are no UTF-8',
      Buffer.from('<worksheet><sheetData/>\xe9</worksheet>', 'latin1'),
      'encoding',
    ],
    ['no rows anywhere', '<worksheet/>', 'odd-order'],
    [
      'made-up entities',
      '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>',
      'unreadable',
    ],
    ['a tag that does not end', '<worksheet><sheetData/><a', 'damaged'],
  ])('%s', (_, content, expected) => {
    const bytes = archive(workbookParts([{ name: SHEET_PART, content }]));
    const patch = () =>
      patchXlsx(new Uint8Array(bytes), [{ sheet: 'Tags', cells: [X], ours: new Set() }]);
    expect(problemOf(patch)).toBe(expected);
  });

  it('a sheet that is not there, or is named twice', () => {
    expect(
      problemOf(() =>
        patchXlsx(richZip(clientParts()), [{ sheet: 'Other', cells: [X], ours: new Set() }]),
      ),
    ).toBe('no-sheet Other');
  });
});

describe('an archive that is not as it should be', () => {
  const lie = (part: Partial<RichPart>) => () =>
    patchClient(clientParts([{ name: 'docProps/app.xml', content: 'x', ...part }]));
  const bytes = () => richZip(clientParts());
  const at = (change: (view: DataView, all: Uint8Array) => void) => () => {
    const all = bytes();
    change(new DataView(all.buffer), all);
    return patchXlsx(all, [{ sheet: SHEET, cells: FILLED, ours: new Set() }]);
  };
  const end = (all: Uint8Array) => all.length - 22;

  it.each<[string, () => unknown, string]>([
    ['a part with a password', lie({ flags: 1 }), 'old-format'],
    ['a part packed in another way', lie({ method: 12 }), 'odd-archive'],
    ['a part that patches another', lie({ flags: 0x20 }), 'odd-archive'],
    ['a part with hidden names', lie({ flags: 0x2000 }), 'odd-archive'],
    ['another name in front of the content', lie({ localName: 'docProps/APP.xml' }), 'odd-archive'],
    [
      'a name that leads out is copied and goes nowhere',
      () => patchClient(clientParts([{ name: '../../etc/passwd', content: 'x' }])),
      'filled',
    ],
    [
      'a part twice',
      () => patchClient([...clientParts(), { name: 'XL\\styles.xml', content: '' }]),
      'damaged',
    ],
    [
      'more lines than are told',
      at((view, all) => view.setUint16(end(all) + 10, 12, true)),
      'odd-archive',
    ],
    [
      'a directory larger than it is',
      at((view, all) => view.setUint32(end(all) + 12, 9, true)),
      'odd-archive',
    ],
    ['on several disks', at((view, all) => view.setUint16(end(all) + 4, 3, true)), 'odd-archive'],
    ['parts that overlap', at((view) => view.setUint32(lineOf(view, 2) + 42, 3, true)), 'damaged'],
    [
      'a part that is elsewhere',
      at((view) =>
        view.setUint32(
          lineOf(view, 14) + 42,
          view.getUint32(lineOf(view, 14) + 42, true) + 1,
          true,
        ),
      ),
      'odd-archive',
    ],
  ])('%s', (_, make, expected) => {
    expect(problemOf(make)).toBe(expected);
  });

  it.each<[string, () => ArrayBuffer, string]>([
    [
      '390 MB of spaces',
      () => archive(workbookParts([repeated(SHEET_PART, ' ', 390_000_000)])),
      'too-much',
    ],
    [
      '2 GiB that is called 100 bytes',
      () => archive(workbookParts([repeated(SHEET_PART, ' ', 2_147_483_648, { size: 100 })])),
      'damaged',
    ],
  ])(
    '%s',
    (_, make, expected) => {
      const patch = () =>
        patchXlsx(new Uint8Array(make()), [{ sheet: 'Tags', cells: [X], ours: new Set() }]);
      expect(problemOf(patch)).toBe(expected);
    },
    60_000,
  );

  it('whichever byte is another, it is filled in or refused in words', () => {
    const whole = new Uint8Array(workbook(sheetOf('<row r="2"><c r="A2"><v>1</v></c></row>')));
    for (let place = 0; place < whole.length; place += 1) {
      const changed = whole.slice();
      changed[place] = (changed[place] ?? 0) ^ 0xff;
      const patch = () => patchXlsx(changed, [{ sheet: 'Tags', cells: [X], ours: new Set() }]);
      expect(problemOf(patch)).toBeTypeOf('string');
    }
  }, 60_000);
});

// Where the line of a part begins in the directory.
function lineOf(view: DataView, index: number): number {
  let at = view.getUint32(view.byteLength - 22 + 16, true);
  for (let line = 0; line < index; line += 1) {
    at +=
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return at;
}

const letters = (column: number) => String.fromCharCode(65 + column);
/** Any sheet of few cells, each with or without its place where that can be told. */
const anySheet = fc
  .uniqueArray(
    fc.record({
      row: fc.nat(7),
      column: fc.nat(7),
      kind: fc.constantFrom('v', 'look'),
      isTold: fc.boolean(),
    }),
    {
      maxLength: 20,
      selector: ({ row, column }) => `${row} ${column}`,
    },
  )
  .map((cells) => {
    let xml = '';
    let last = -1;
    for (const row of [...new Set(cells.map((it) => it.row))].toSorted((a, b) => a - b)) {
      const own = cells.filter((it) => it.row === row).toSorted((a, b) => a.column - b.column);
      let before = -1;
      const inside = own.map(({ column, kind, isTold }) => {
        const place = isTold || column !== before + 1 ? ` r="${letters(column)}${row + 1}"` : '';
        before = column;
        return kind === 'look'
          ? `<c${place} s="1"/>`
          : `<c${place}><v>${row * 10 + column}</v></c>`;
      });
      const told = row === last + 1 && own[0]?.isTold ? '' : ` r="${row + 1}"`;
      last = row;
      xml += `<row${told}>${inside.join('')}</row>`;
    }
    return {
      xml: sheetOf(xml),
      taken: new Set(
        cells.filter(({ kind }) => kind === 'v').map((it) => `${it.row},${it.column}`),
      ),
    };
  });

describe('whatever the sheet and the cells', () => {
  it('what is read is what was there and what was filled in, and a second time changes nothing', () => {
    fc.assert(
      fc.property(
        anySheet,
        fc.array(
          fc.record({
            row: fc.nat(9),
            column: fc.nat(9),
            value: fc.oneof(fc.string({ unit: 'binary', maxLength: 9 }), fc.integer()),
          }),
          { maxLength: 12 },
        ),
        ({ xml, taken }, some) => {
          const cells = [...new Map(some.map((it) => [`${it.row},${it.column}`, it])).entries()]
            .filter(([place]) => !taken.has(place))
            .map(([, it]) => it);
          const before = new Uint8Array(workbook(xml));
          const { bytes } = patchXlsx(before, [{ sheet: 'Tags', cells, ours: new Set() }]);
          const expected = new Map(cellsOf(before));
          for (const { row, column, value } of cells) {
            if (value !== '')
              expected.set(
                `1!${row},${column}`,
                typeof value === 'string' ? written(value) : value,
              );
          }
          expect(new Map(cellsOf(bytes))).toEqual(expected);
          const ours = new Set(Array.from({ length: 10 }, (_, column) => column));
          const again = patchXlsx(bytes, [{ sheet: 'Tags', cells, ours }]);
          expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
        },
      ),
      runs(200),
    );
  });
});

// As any text is written into a workbook (`files.test.ts`).
function written(text: string): string {
  return harmless(text).replace(/[\uD800-\uDFFF\p{Noncharacter_Code_Point}]/gu, '\uFFFD');
}
