import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { fillAsk, FillAskSchema, fillingRefused, takeFilling } from '@/lib/core/table/filling';
import { FillError } from '@/lib/core/table/fill-problem';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { type FillOrder, planFill } from '@/lib/core/table/plan-fill';
import { quoted } from '@/lib/core/table/csv';
import { readText } from '@/lib/core/table/cells';
import { valueAt } from '@/lib/core/table/raw-row';
import { checkedFill } from '@/lib/core/tag-sheet/fill-checked';
import { checkRow } from '@/lib/core/tag-sheet/read/read-sheet';
import { createTagSheetReader } from '@/lib/core/tag-sheet/read/sheet-reader';
import { tagForRow } from '@/lib/core/tag-sheet/tag-for-row';
import { trackerFill } from '@/lib/core/tracker-sheet/fill';
import { fillTableFile } from '@/lib/files/fill-file';
import { checkedFillWords, trackerFillWords } from '@/lib/text/sheets/fill';

import { rowsTable } from '@/lib/core/tag-sheet/sheet-table';
import { ProblemError } from '@/lib/core/base/problem-error';
import { writeCsv } from '@/lib/files/write-csv';
import { sheetWords } from '@/lib/text/sheets/sheet';

import { readSheetFile } from '../../support/read-sheet-file';
import { CONTEXT, order, tracker } from '../core/tag-sheet/build';
import { clientParts, PLAN } from './client-workbook';
import { HEAVY } from './hostile-files';
import { rawEntries, richZip } from './rich-zip';

const { score } = createTagSheetReader();
const known = { trackers: new Map([[532, tracker(532)]]), servers: AD_SERVERS };

/** A file as it was checked, with what a check of it fills in. */
function checked(bytes: Uint8Array<ArrayBuffer>) {
  const sheet = readSheetFile(bytes.slice().buffer);
  const rows = sheet.rows.flatMap((_, at) => checkRow(sheet, at, CONTEXT) ?? []);
  const order = checkedFill(
    { header: sheet.header, rows },
    (row) => tagForRow(row, known),
    checkedFillWords,
  );
  return { sheet: sheet.name, order };
}

function fill(bytes: Uint8Array<ArrayBuffer>, sheet: string, order: FillOrder) {
  const { headerRow } = order;
  return fillTableFile(bytes, {
    sheet,
    headerRow,
    score,
    plan: (target) => planFill(target, order),
  });
}

const TRACKERS = trackerFill(
  {
    headerRow: 2,
    adServers: ['Google Ad Manager', '=cmd'],
    rows: [
      { row: 3, trackerId: 801, tags: ['<img>', null], result: 'Made' },
      { row: 4, trackerId: null, tags: [], result: 'The publisher is not known.' },
    ],
  },
  trackerFillWords,
);

describe('a client’s workbook', () => {
  const before = richZip(clientParts());

  it('gets its columns past the table and the chart, and is otherwise the same', () => {
    const { bytes, plan, notes } = fill(before, 'Plan & tags', TRACKERS);
    expect(plan.placed.map(({ title, column }) => [title, column])).toEqual([
      ['Tracker ID (Piggyback)', 10],
      ['Tag for Google Ad Manager (Piggyback)', 11],
      ['Result (Piggyback)', 12],
    ]);
    expect(notes).toEqual([]);
    const others = (all: Uint8Array) => rawEntries(all).entries.filter(({ name }) => name !== PLAN);
    expect(others(bytes)).toEqual(others(before));
  });

  it('filled again is the same file, and after a run that knows less it still has its ids', () => {
    const once = fill(before, 'Plan & tags', TRACKERS).bytes;
    const again = fill(once, 'Plan & tags', TRACKERS).bytes;
    expect(Buffer.from(again).equals(Buffer.from(once))).toBe(true);
    const less = {
      ...TRACKERS,
      rows: TRACKERS.rows.map(({ row }) => ({ row, values: [null, null, null, null] })),
    };
    const later = fill(again, 'Plan & tags', less).bytes;
    expect(Buffer.from(later).equals(Buffer.from(once))).toBe(true);
  });

  it('can be checked afterwards as before: what was found in it is no tag', () => {
    const first = checked(before);
    const once = fill(before, first.sheet, first.order).bytes;
    const again = checked(once);
    expect(again.order.rows.map(({ values }) => values.slice(0, 2))).toEqual(
      first.order.rows.map(({ values }) => values.slice(0, 2)),
    );
    expect(Buffer.from(fill(once, again.sheet, again.order).bytes).equals(Buffer.from(once))).toBe(
      true,
    );
  });
});

const URL = 'https://ib.adnxs.com/imptr?id=';
const CSV = [
  'Tracker ID;Ad server;Impression tag (image);Notes',
  `531;Google Ad Manager;"""<img src=""""${URL}531&t=2&cachebuster=%%CACHEBUSTER%%"""" />""";from ${URL}1&t=2`,
  '532;Google Ad Manager;;',
  '999;Google Ad Manager;;',
  '',
].join('\r\n');

describe('a CSV that was checked', () => {
  const bytes = Uint8Array.from(Buffer.from(CSV));
  const { order } = checked(bytes);
  const filled = Buffer.from(fill(bytes, '', order).bytes).toString();
  const lines = filled.split('\r\n');

  it('has the verdict, the findings, the mended tag, and a tag where there was none', () => {
    expect(lines[0]).toBe(
      'Tracker ID;Ad server;Impression tag (image);Notes;Result (Piggyback);Findings (Piggyback);Mended: Impression tag (image) (Piggyback);Tag (Piggyback)',
    );
    expect(lines[1]).toContain(`;Fail;`);
    expect(lines[1]).toContain(`"<img src=""${URL}531&t=2&cachebuster=%%CACHEBUSTER%%"" />"`);
    expect(lines[2]).toContain(`${URL}532&t=2&cachebuster=%%CACHEBUSTER%%`);
    // Of a tracker that is not known no tag is made up.
    expect(lines[3]).not.toContain(URL);
    for (const [at, line] of CSV.split('\r\n').entries())
      expect(lines[at]?.startsWith(line)).toBe(true);
  });

  it('filled again is the same', () => {
    const again = fill(Uint8Array.from(Buffer.from(filled)), '', order);
    expect(Buffer.from(again.bytes).toString()).toBe(filled);
  });

  it('says nothing any more of a row that is not there', () => {
    const shorter = { ...order, rows: order.rows.slice(0, 1) };
    const again = Buffer.from(
      fill(Uint8Array.from(Buffer.from(filled)), '', shorter).bytes,
    ).toString();
    const [, , second, third] = again.split('\r\n');
    // The tag that was filled in is all there is of it.
    expect(second).toMatch(/^532;Google Ad Manager;;;;;;"<!--/);
    expect(third).toBe('999;Google Ad Manager;;;;;');
  });
});

describe('findings that quote an address', () => {
  it('are no column of tags when the sheet comes back', () => {
    const bytes = Uint8Array.from(
      Buffer.from(
        `Impression URL,Notes,Findings (Piggyback),Result (Piggyback),Mended: Impression URL (Piggyback)\n${URL}531&t=2,a,see ${URL}2,${URL}3,${URL}531\n`,
      ),
    );
    const sheet = readSheetFile(bytes.buffer);
    expect(sheet.header.tagColumns.map(({ title }) => title)).toEqual(['Impression URL']);
  });

  it.each(['Tag (Piggyback)', 'Tag for Google Ad Manager (Piggyback)'])('“%s” is one', (title) => {
    const sheet = readSheetFile(
      Uint8Array.from(Buffer.from(`Tracker ID (Piggyback),${title}\n531,${URL}531&t=2\n`)).buffer,
    );
    expect(sheet.header.tagColumns.map(({ title }) => title)).toEqual([title]);
    expect(
      readText(
        valueAt(
          sheet.rows[0] ?? { row: 0, columns: [], values: [] },
          sheet.header.columns.get('trackerId') ?? -1,
        ),
      ),
    ).toBe('531');
  });
});

/** A cell of a CSV as it comes from a spreadsheet that was copied as text: quotation marks doubled once too often. */
const twice = (text: string) => quoted(quoted(text));
const OWN = writeCsv(
  rowsTable(order({ trackers: [tracker(531), tracker(532)] }), sheetWords),
).replace(/"(<!-- Imp(?:[^"]|"")*)"/, (_, tag: string) => twice(tag.replaceAll('""', '"')));

describe('a sheet of ours that somebody has changed', () => {
  it('is judged as before when it comes back filled in, and filled again it is the same', () => {
    const bytes = Uint8Array.from(Buffer.from(OWN));
    const first = checked(bytes);
    const once = fill(bytes, '', first.order).bytes;
    const again = checked(once);
    const said = ({ order }: typeof first) => order.rows.map(({ values }) => values.slice(0, 2));
    expect(said(first).map(([verdict]) => verdict)).toContain('Fail');
    expect(Buffer.from(once).toString()).toContain('Mended: ');
    expect(said(again)).toEqual(said(first));
    expect(Buffer.from(fill(once, '', again.order).bytes).toString()).toBe(
      Buffer.from(once).toString(),
    );
  });

  it('of a row without a tag keeps the one that was filled in', () => {
    const bytes = Uint8Array.from(Buffer.from(CSV));
    const once = fill(bytes, '', checked(bytes).order).bytes;
    const again = fill(once, '', checked(once).order).bytes;
    const third = fill(again, '', checked(again).order).bytes;
    expect(Buffer.from(again).toString()).toContain(`${URL}532&t=2`);
    expect(Buffer.from(third).toString()).toBe(Buffer.from(again).toString());
  });

  it('may have two columns with tags of the same title', () => {
    const good = `<img src="${URL}531&t=2&cachebuster=%%CACHEBUSTER%%" />`;
    const bytes = Uint8Array.from(
      Buffer.from(`Ad server,Tag,Tag\nGoogle Ad Manager,${quoted(good)},${twice(good)}\n`),
    );
    const once = fill(bytes, '', checked(bytes).order).bytes;
    expect(Buffer.from(once).toString()).toContain('Mended: Tag 2 (Piggyback)');
    const again = checked(once);
    expect(Buffer.from(fill(once, '', again.order).bytes).equals(Buffer.from(once))).toBe(true);
  });
});

describe('a file made to be heavy is filled in or refused, soon', () => {
  it.each<[string, string]>([
    ['a cell in the last row and column', 'filled'],
    ['20,000 rows with one cell in the last column', 'filled'],
    ['a column beyond the last', 'damaged'],
    ['100 MB of empty rows', 'too-much'],
    ['many tiny parts', 'too-much'],
    ['a cell of 300 MB', 'too-much'],
    ['entities within entities', 'unreadable'],
    ['a CSV of line breaks', 'too-large'],
    ['a CSV of ten million columns', 'too-much'],
    ['a CSV whose quotation mark is not closed', 'cell-too-long'],
  ])(
    '%s: %s',
    (what, expected) => {
      const bytes = new Uint8Array(HEAVY[what]?.() ?? new ArrayBuffer());
      const columns = [{ title: 'Result (Piggyback)', onlyIfFilled: false, keeps: false }];
      const sheet =
        what === 'a cell in the last row and column'
          ? readSheetFile(bytes.slice().buffer).name
          : 'Tags';
      const outcome = () => {
        try {
          fill(bytes, sheet, { headerRow: 0, columns, rows: [{ row: 1, values: ['Pass'] }] });
          return 'filled';
        } catch (error) {
          return error instanceof ProblemError ? error.problem : String(error);
        }
      };
      expect(outcome()).toBe(expected);
    },
    60_000,
  );
});

describe('between the page and the filler', () => {
  it('an order goes through its schema as it was', () => {
    const ask = fillAsk('Plan', TRACKERS);
    expect(FillAskSchema.parse(structuredClone(ask))).toEqual(ask);
  });

  it.each<[string, unknown]>([
    ['no order', {}],
    [
      'a row beyond the last',
      fillAsk('a', { ...TRACKERS, rows: [{ row: 2_000_000, values: [] }] }),
    ],
    [
      'a value that is none',
      fillAsk('a', { ...TRACKERS, rows: [{ row: 2, values: [Number.NaN] }] }),
    ],
    [
      'a text without end',
      fillAsk('a', { ...TRACKERS, rows: [{ row: 2, values: ['a'.repeat(100_001)] }] }),
    ],
  ])('%s is refused', (_, ask) => {
    expect(FillAskSchema.safeParse(ask).success).toBe(false);
  });

  it.each<[string, unknown, object]>([
    [
      'why nothing was filled in',
      new FillError('formula', 'N14'),
      { name: 'FillError', problem: 'formula', where: 'N14' },
    ],
    [
      'why the file was not read',
      new SheetFileError('damaged'),
      { name: 'SheetFileError', problem: 'damaged' },
    ],
  ])('%s comes across', (_, error, expected) => {
    const message: unknown = structuredClone(fillingRefused(error));
    expect(() => takeFilling(message)).toThrow(expect.objectContaining(expected));
  });

  it('a file comes once it is there', () => {
    expect(takeFilling({ kind: 'going-on' })).toBeNull();
    const bytes = new ArrayBuffer(3);
    const placed = [{ title: 'a', column: 3, isNew: true }];
    expect(takeFilling({ kind: 'filled', bytes, notes: ['signed'], placed })).toMatchObject({
      bytes,
      notes: ['signed'],
      placed,
    });
    expect(() => takeFilling({ kind: 'filled', bytes: 'none', notes: [], placed })).toThrow();
  });
});
