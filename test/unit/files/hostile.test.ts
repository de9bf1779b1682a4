import { describe, expect, it } from 'vitest';

import { readText } from '@/lib/core/table/cells';
import { type FileProblem, SheetFileError } from '@/lib/core/table/file-problem';
import { checkRow } from '@/lib/core/tag-sheet/read/read-sheet';

import { readSheetFile } from '../../support/read-sheet-file';
import { CONTEXT } from '../core/tag-sheet/build';
import {
  archive,
  HEAVY,
  type Part,
  repeated,
  SHEET_PART,
  sheetXml,
  URL,
  workbook,
  workbookParts,
} from './hostile-files';

/** What became of a file: how many rows it has, or why it is refused. */
function outcome(bytes: ArrayBuffer): number | FileProblem {
  try {
    return readSheetFile(bytes).rows.length;
  } catch (error) {
    if (error instanceof SheetFileError) return error.problem;
    throw error;
  }
}

const EXPECTED: Readonly<Record<keyof typeof HEAVY, number | FileProblem>> = {
  'a cell in the last row and column': 0,
  'a row beyond the last': 'damaged',
  'a column beyond the last': 'damaged',
  'a blank cell in the last row': 20,
  '20,000 rows with one cell in the last column': 1,
  '100 MB of empty rows': 'too-much',
  'empty rows without end': 'too-large',
  '390 MB of spaces': 'too-much',
  '2 GiB that is called 100 bytes': 'damaged',
  'many tiny parts': 'too-much',
  'a cell of 300 MB': 'too-much',
  'a cell of 1.9 MB': 'cell-too-long',
  'shared strings without number': 'too-much',
  'one long text in every cell': 'too-much',
  'entities within entities': 'unreadable',
  'a CSV of one line': 'cell-too-long',
  'a CSV of line breaks': 'too-large',
  'a CSV of wide line breaks': 'too-large',
  'a CSV of a million columns': 'too-much',
  'a CSV of ten million columns': 'too-much',
  'a CSV whose quotation mark is not closed': 'cell-too-long',
  'a CSV of quotation marks': 'cell-too-long',
  'a CSV of quoted cells': 'too-much',
};

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

describe('a file made to be heavy opens or is refused, soon and in little memory', () => {
  it.each(Object.entries(HEAVY))(
    '%s',
    (what, make) => {
      const bytes = make();
      const before = memory();
      expect(outcome(bytes)).toBe(EXPECTED[what]);
      expect(memory() - before).toBeLessThan(400_000_000);
    },
    60_000,
  );
});

const sheet = (part: Partial<Part>) =>
  archive(workbookParts([{ name: SHEET_PART, content: sheetXml(''), ...part }]));
const whole = workbook(sheetXml(''));

describe('an archive that is not as it should be', () => {
  it.each<[string, () => ArrayBuffer, number | FileProblem]>([
    ['nothing wrong', () => whole, 1],
    ['a check sum left out', () => sheet({ checksum: 0 }), 1],
    ['a wrong check sum', () => sheet({ checksum: 1 }), 'damaged'],
    ['a size too small', () => sheet({ size: 10 }), 'damaged'],
    ['a size too large', () => sheet({ size: 10_000 }), 'damaged'],
    ['an unknown compression', () => sheet({ method: 12 }), 'unreadable'],
    ['a password', () => sheet({ flags: 1 }), 'old-format'],
    ['strong encryption', () => sheet({ flags: 0x41 }), 'old-format'],
    ['packed bytes that are none', () => sheet({ packed: Buffer.alloc(50, 0xff) }), 'damaged'],
    ['nothing packed', () => sheet({ packed: Buffer.alloc(0) }), 'damaged'],
    ['a part stored as it is', () => sheet({ packed: Buffer.from(sheetXml('')), method: 0 }), 1],
    ['an end cut off', () => whole.slice(0, -30), 'unreadable'],
    ['its first half only', () => whole.slice(0, whole.byteLength / 2), 'unreadable'],
    ['its middle cut out', () => withoutMiddle(whole), 'damaged'],
    ['parts that overlap', () => sheet({ offset: 0 }), 'damaged'],
    ['a part beyond the end', () => sheet({ offset: 0x7fff_ffff }), 'damaged'],
    [
      'a part twice',
      () => archive([...workbookParts(), ...Array.from({ length: 2 }, () => sheetPart)]),
      'damaged',
    ],
    ['a sheet that is missing', () => archive(workbookParts()), 'damaged'],
    [
      'a sheet that leads nowhere',
      () =>
        workbook(sheetXml(''), [
          {
            name: 'xl/workbook.xml',
            content: '<workbook><sheets><sheet name="Gone" r:id="rId9"/></sheets></workbook>',
          },
        ]),
      'damaged',
    ],
    ['another archive', () => archive([{ name: 'a.txt', content: 'a' }]), 'unreadable'],
    ['an archive of nothing', () => archive([]), 'unreadable'],
    [
      'a remark behind',
      () => Uint8Array.from([...new Uint8Array(whole), ...Buffer.from('remark')]).buffer,
      1,
    ],
  ])('%s', (_, make, expected) => {
    expect(outcome(make())).toBe(expected);
  });

  it('whichever byte is another, it opens or is refused in words', () => {
    const bytes = new Uint8Array(whole);
    for (let at = 2; at < bytes.length; at += 1) {
      for (const value of [0, 1, 0x7f, 0xff]) {
        const changed = bytes.slice();
        changed[at] = value;
        expect(['number', 'string']).toContain(typeof outcome(changed.buffer));
      }
    }
  }, 60_000);
});

const sheetPart: Part = { name: SHEET_PART, content: sheetXml('') };

function withoutMiddle(bytes: ArrayBuffer): ArrayBuffer {
  const all = [...new Uint8Array(bytes)];
  all.splice(200, 50);
  return Uint8Array.from(all).buffer;
}

const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="[Red]0.0&quot; days&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
const STRINGS = `<sst><si><t>plain</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">two </t></r><r><t>runs</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh></si><si><t/></si></sst>`;

describe('the cells of a workbook', () => {
  const read = (cell: string, others: readonly Part[] = []) => {
    const bytes = workbook(sheetXml(`<row r="3"><c r="A3"><v>1</v></c>${cell}</row>`), [
      { name: 'xl/styles.xml', content: STYLES },
      { name: 'xl/sharedStrings.xml', content: STRINGS },
      ...others,
    ]);
    return readText(readSheetFile(bytes).rows[1]?.values[1]);
  };

  it.each([
    ['a shared text', '<c r="B3" t="s"><v>0</v></c>', 'plain'],
    ['runs, without how they are spoken', '<c r="B3" t="s"><v>1</v></c>', 'two runs'],
    ['an empty shared text', '<c r="B3" t="s"><v>2</v></c>', ''],
    ['a shared text that is not there', '<c r="B3" t="s"><v>9</v></c>', ''],
    ['a shared text without its number', '<c r="B3" t="s"><v></v></c>', ''],
    ['an inline text', '<c r="B3" t="inlineStr"><is><t>a</t></is></c>', 'a'],
    ['inline runs', '<c r="B3" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', 'ab'],
    ['a text of a formula', '<c r="B3" t="str"><f>1&amp;2</f><v>a_x000A_b</v></c>', 'a\nb'],
    ['a number', '<c r="B3"><v>0.10</v></c>', '0.1'],
    ['a number with an exponent', '<c r="B3"><v>1E3</v></c>', '1000'],
    ['yes', '<c r="B3" t="b"><v>1</v></c>', 'true'],
    ['an error', '<c r="B3" t="e"><v>#REF!</v></c>', ''],
    ['a day, by a built-in format', '<c r="B3" s="1"><v>46357</v></c>', '2026-12-01'],
    ['a day, by a format of its own', '<c r="B3" s="2"><v>46357.75</v></c>', '2026-12-01'],
    ['the first day there is', '<c r="B3" s="1"><v>1</v></c>', '1900-01-01'],
    ['a number of days', '<c r="B3" s="3"><v>5</v></c>', '5'],
    ['a day as text', '<c r="B3" t="d"><v>2026-12-01T00:00:00Z</v></c>', '2026-12-01'],
    ['a cell without an address', '<c t="inlineStr"><is><t>next</t></is></c>', 'next'],
    ['a blank cell', '<c r="B3" s="1"/>', ''],
    ['escaped and not', '<c r="B3" t="str"><v>_x005F_x0041__x0042_</v></c>', '_x0041_B'],
    ['entities', '<c r="B3" t="str"><v>&lt;&amp;amp;&#x41;&#66;&quot;</v></c>', '<&amp;AB"'],
    ['an entity of nobody', '<c r="B3" t="str"><v>&bomb;</v></c>', '&bomb;'],
    ['untouched text', '<c r="B3" t="str"><v><![CDATA[<b>&amp;]]></v></c>', '<b>&amp;'],
    ['a remark within', '<c r="B3" t="str"><v>a<!-- < > -->b</v></c>', 'ab'],
    ['a > in an attribute', '<c r="B3" t="str" x="a>b"><v>c</v></c>', 'c'],
    ['prefixes', '<x:c r="B3" t="str"><x:v>c</x:v></x:c>', 'c'],
  ])('%s', (_, cell, text) => {
    expect(read(cell)).toBe(text);
  });

  it('days may be counted from 1904', () => {
    const content =
      '<workbook><workbookPr date1904="1"/><sheets><sheet name="T" r:id="rId1"/></sheets></workbook>';
    expect(read('<c r="B3" s="1"><v>44895</v></c>', [{ name: 'xl/workbook.xml', content }])).toBe(
      '2026-12-01',
    );
  });

  it('rows may come without their number, and a stray cell costs no row', () => {
    const rows = `<row><c/><c t="str"><v>${URL}</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`;
    const found = readSheetFile(workbook(sheetXml(rows)));
    expect(found.rows.map(({ row }) => row)).toEqual([1, 2]);
    expect(checkRow(found, 1, CONTEXT)).toMatchObject({ row: 3, trackerId: 531 });
  });

  it('a large sheet beside is not read to its end', () => {
    const others = [
      {
        name: 'xl/workbook.xml',
        content:
          '<workbook><sheets><sheet name="Data" r:id="rId9"/><sheet name="Tags" r:id="rId1"/></sheets></workbook>',
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content:
          '<Relationships><Relationship Id="rId1" Type="a/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="a/worksheet" Target="/xl/data.xml"/></Relationships>',
      },
      repeated('xl/data.xml', '<row><c><v>1</v></c></row>', 70_000),
    ];
    expect(readSheetFile(workbook(sheetXml(''), others)).name).toBe('Tags');
  });
});
