import fc from 'fast-check';
import { unzipSync } from 'fflate/browser';
import readXlsxFile from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { readText } from '@/lib/core/table/cells';
import { SHEET_COLUMNS } from '@/lib/core/tag-sheet/columns';
import type { FileProblem } from '@/lib/core/table/file-problem';
import { type RawRow, valueAt } from '@/lib/core/table/raw-row';
import type { OpenSheet } from '@/lib/core/tag-sheet/read/open-sheet';
import { checkRow } from '@/lib/core/tag-sheet/read/read-sheet';
import { rowsTable, tagsTable } from '@/lib/core/tag-sheet/sheet-table';
import { tagWorkbook } from '@/lib/core/tag-sheet/workbook';
import { readXlsx } from '@/lib/files/read-xlsx';
import { writeCsv } from '@/lib/files/write-csv';
import { writeXlsx } from '@/lib/files/write-xlsx';
import { toXlsxText } from '@/lib/files/xlsx-text';
import { sheetWords } from '@/lib/text/sheets/sheet';

import { readSheetFile } from '../../support/read-sheet-file';
import { choices, CONTEXT, order, server, tracker } from '../core/tag-sheet/build';

const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).slice().buffer;
const verdicts = (sheet: OpenSheet) =>
  sheet.rows
    .map((_, index) => checkRow(sheet, index, CONTEXT))
    .map((row) => row && [row.row, row.trackerId, row.adServer, row.verdict]);
const xlsx = async (made = order()) =>
  (await writeXlsx(tagWorkbook(made, sheetWords))).arrayBuffer();
const sheetsOf = (bytes: ArrayBuffer) => {
  const sheets: { name: string; rows: RawRow[] }[] = [];
  readXlsx(bytes, (name) => {
    const rows: RawRow[] = [];
    sheets.push({ name, rows });
    return (row) => rows.push(row) > 0;
  });
  return sheets;
};
/** What a cell holds, counted from 0; every row of these sheets but the empty eighth is there. */
const cellOf = (rows: readonly RawRow[], row: number, column: number) => {
  const found = rows.find((it) => it.row === row);
  return found && valueAt(found, column);
};
const texts = (rows: readonly RawRow[], count: number) =>
  Array.from({ length: count }, (_, row) =>
    SHEET_COLUMNS.map((_, column) => readText(cellOf(rows, row, column))),
  );

const EVIL = order({
  trackers: [
    tracker(531, { name: '=HYPERLINK("https://x.example","win")' }),
    tracker(532, { name: "'+49 & <b> ÄÖ 東京 _x0041_ \u0007" }),
  ],
  choices: choices({ campaign: '@SUM(1)', start: '2026-12-01', end: '2026-12-31' }),
});

describe('XLSX', () => {
  it('holds two sheets, and every cell as it was', async () => {
    const sheets = sheetsOf(await xlsx(EVIL));
    expect(sheets.map(({ name }) => name)).toEqual(['Tags', 'Instructions']);
    const { rows } = tagsTable(EVIL, sheetWords);
    const expected = rows.map((row) =>
      SHEET_COLUMNS.map((_, index) => {
        const cell = row[index] ?? null;
        if (cell === null) return '';
        return typeof cell === 'object' ? cell.day : String(cell);
      }),
    );
    expect(texts(sheets[0]?.rows ?? [], rows.length)).toEqual(expected);
    expect(texts(sheets[1]?.rows ?? [], 1)[0]?.slice(0, 2)).toEqual(['Column', 'What it is']);
  });

  it('has dates as dates, ids as numbers and a frozen header', async () => {
    const [tags] = sheetsOf(await xlsx(EVIL));
    const rows = tags?.rows ?? [];
    expect(cellOf(rows, 4, 1)).toEqual(new Date(Date.UTC(2026, 10, 24)));
    expect(cellOf(rows, 8, 10)).toEqual(new Date(Date.UTC(2026, 11, 1)));
    expect(cellOf(rows, 8, 0)).toBe(531);
    const files = unzipSync(new Uint8Array(await xlsx(EVIL)));
    const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
    expect(sheet).toContain('ySplit="8"');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).not.toContain('<f>');
  });

  it('is read back with nothing wrong', async () => {
    const sheet = readSheetFile(await xlsx(EVIL));
    expect(verdicts(sheet)).toEqual([
      [9, 531, 'Google Ad Manager', 'ok'],
      [10, 531, 'Google Campaign Manager 360', 'ok'],
      [11, 532, 'Google Ad Manager', 'ok'],
      [12, 532, 'Google Campaign Manager 360', 'ok'],
    ]);
  });

  it('holds what an independent reader finds in it', async () => {
    const bytes = await xlsx(EVIL);
    const others = await readXlsxFile(bytes, { trim: false });
    const ours = sheetsOf(bytes);
    expect(ours.map(({ name }) => name)).toEqual(others.map(({ sheet }) => sheet));
    for (const [index, { data }] of others.entries()) {
      const found = data.map((row, at) =>
        row.map((_, column) => cellOf(ours[index]?.rows ?? [], at, column) ?? null),
      );
      expect(found).toEqual(data);
    }
  });

  it('any texts come back: ten thousand of them, in ten files', async () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1000, maxLength: 1000 }), async (names) => {
        const trackers = names.map((name, index) => tracker(index + 1, { name }));
        const sheet = readSheetFile(await xlsx(order({ trackers, servers: [server('gam')] })));
        const back = sheet.rows.map((row) => readText(valueAt(row, 1)));
        const wanted = names.map((name) =>
          name
            .replace(/[\uD800-\uDFFF\p{Noncharacter_Code_Point}]/gu, '\uFFFD')
            .replace(/\r\n?/g, '\n'),
        );
        expect(back).toEqual(wanted);
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  it('ten thousand rows come back', async () => {
    const trackers = Array.from({ length: 5000 }, (_, index) => tracker(index + 1));
    const sheet = readSheetFile(await xlsx(order({ trackers })));
    expect(sheet.rows).toHaveLength(10_000);
    expect(checkRow(sheet, 9999, CONTEXT)).toMatchObject({ trackerId: 5000, verdict: 'ok' });
  }, 60_000);
});

describe('CSV', () => {
  it('is read back with nothing wrong, for every ad server', async () => {
    const made = order({ servers: AD_SERVERS, trackers: [tracker(531, { name: '=1;2,"x"\n' })] });
    const sheet = readSheetFile(bytesOf(writeCsv(rowsTable(made, sheetWords))));
    expect(sheet.rows).toHaveLength(AD_SERVERS.length);
    expect(readText(sheet.rows[0]?.values[1])).toBe('=1;2,"x"\n');
    for (const [index, server] of AD_SERVERS.entries()) {
      const row = checkRow(sheet, index, CONTEXT);
      expect(row?.adServer).toBe(server.name);
      expect(row?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });

  it.each([
    ['semicolons', 'Tracker ID;Impression URL\n531;https://ib.adnxs.com/imptr?id=531&t=2\n'],
    ['tabs', 'Tracker ID\tImpression URL\n531\thttps://ib.adnxs.com/imptr?id=531&t=2\n'],
    ['commas', '\uFEFFTracker ID,Impression URL\n531,https://ib.adnxs.com/imptr?id=531&t=2\n'],
  ])('with %s', async (_, text) => {
    const sheet = readSheetFile(bytesOf(text));
    expect(checkRow(sheet, 0, CONTEXT)?.trackerId).toBe(531);
  });

  it('in UTF-16 and in an old code page', async () => {
    const text = 'Tracker name,Impression URL\nCafé,https://ib.adnxs.com/imptr?id=531&t=2\n';
    const wide = new Uint8Array([0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0), 0])]);
    const narrow = new Uint8Array([...text].map((char) => char.charCodeAt(0)));
    for (const bytes of [wide, narrow]) {
      const sheet = readSheetFile(bytes.slice().buffer);
      expect(readText(sheet.rows[0]?.values[0])).toBe('Café');
    }
  });
});

const workbook = async (rows: string[][]) => (await writeXlsxFile(rows).toBlob()).arrayBuffer();
const bytes = (...values: number[]) => new Uint8Array(values).buffer;

describe('what cannot be read says so', () => {
  it.each<[string, () => ArrayBuffer | Promise<ArrayBuffer>, FileProblem]>([
    ['an empty file', () => bytes(), 'no-header'],
    ['another text', () => bytesOf('Dear all,\nplease find attached'), 'no-header'],
    [
      'another workbook',
      () =>
        workbook([
          ['Name', 'Phone'],
          ['A', '1'],
        ]),
      'no-header',
    ],
    ['a picture', () => bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0), 'unreadable'],
    ['a broken archive', () => bytes(0x50, 0x4b, 3, 4, 1, 2, 3), 'unreadable'],
    ['an old workbook', () => bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'old-format'],
    ['too many bytes', () => new ArrayBuffer(20_000_001), 'too-large'],
    [
      'too many rows',
      () => bytesOf(`Tracker ID,Impression URL\n${'1,x\n'.repeat(50_001)}`),
      'too-large',
    ],
  ])('%s', async (_, make, problem) => {
    const content = await make();
    expect(() => readSheetFile(content)).toThrow(expect.objectContaining({ problem }));
  });
});

describe('text in XLSX', () => {
  it.each([
    ['plain', 'plain'],
    ['a\tb\nc', 'a\tb\nc'],
    ['a\rb', 'a_x000D_b'],
    ['_x0041_', '_x005F_x0041_'],
    ['valueOf', '_x0076_alueOf'],
    ['__proto__', '_x005F__proto__'],
    ['\u0007', '_x0007_'],
    ['\uD800x', '_xFFFD_x'],
    ['\u{1FFFE}x', '_xFFFD_x'],
  ])('%j is written %j', (text, written) => {
    expect(toXlsxText(text)).toBe(written);
  });

  it('is cut at what a cell can hold', () => {
    expect(toXlsxText('a'.repeat(40_000))).toHaveLength(32_767);
  });
});
