import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { plainText } from '@/lib/core/table/cells';
import type { SheetColumn } from '@/lib/core/tag-sheet/columns';
import type { CheckedRow } from '@/lib/core/tag-sheet/read/checked';
import { SHEET_RULES } from '@/lib/core/rules';
import { findHeader } from '@/lib/core/tag-sheet/read/header';
import { rowsOf } from '@/lib/core/table/raw-row';
import { checkRow, openSheet, summarize } from '@/lib/core/tag-sheet/read/read-sheet';
import { tagsTable } from '@/lib/core/tag-sheet/sheet-table';
import { sheetWords } from '@/lib/text/sheets/sheet';
import { say } from '@/lib/text/findings';

import { RUNS } from '../../runs';
import { at, choices, CONTEXT, editable, order, server, tracker } from './build';

const shortly = (rows: readonly CheckedRow[]) =>
  rows.map((row) => [
    row.row,
    row.verdict,
    ...row.findings
      .filter(({ severity }) => severity !== 'info')
      .map((it) => `${it.address} ${it.code}`),
  ]);

/** Every row of a sheet, judged; `null` where it is no tag sheet. */
function read(cells: readonly (readonly unknown[])[]): readonly CheckedRow[] | null {
  const sheet = openSheet([{ name: '', rows: rowsOf(cells) }]);
  if (!sheet) return null;
  return sheet.rows.flatMap((_, index) => checkRow(sheet, index, CONTEXT) ?? []);
}

/** Our own sheet, of one tracker for Google Ad Manager in row 9, with some cells changed. */
function ownSheet(changes: Partial<Record<SheetColumn, unknown>>, id = 'gam') {
  const { rows } = tagsTable(
    order({ trackers: [tracker(531)], servers: [server(id)] }),
    sheetWords,
  );
  const cells = editable(rows);
  for (const [key, value] of Object.entries(changes)) {
    const column = at(key as SheetColumn);
    const row = cells[8];
    if (row) row[column] = typeof value === 'function' ? value(row[column]) : value;
  }
  return cells;
}

describe('a sheet as it was written', () => {
  it.each(AD_SERVERS.map((it) => [it.id] as const))('of %s has nothing wrong', (id) => {
    const [row] = read(ownSheet({}, id)) ?? [];
    // Where no cachebuster macro is known the sheet itself says so, and the rules agree.
    const unknown = server(id).cachebuster === null;
    expect(row?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(row?.verdict).toBe(unknown ? 'warning' : 'ok');
    expect(row).toMatchObject({ row: 9, trackerId: 531, adServer: server(id).name });
  });

  it('whatever was chosen', () => {
    const picks = fc.record({
      withConsent: fc.boolean(),
      comments: fc.boolean(),
      withCost: fc.boolean(),
      cost: fc.constantFrom('', '0.0025'),
      redir: fc.constantFrom('', 'https://other.example/p?a=1&b=%%X%%', 'https://x.example/'),
    });
    const servers = fc.constantFrom(...AD_SERVERS);
    const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    const ids = fc.integer({ min: 1, max: 2 ** 31 });
    fc.assert(
      fc.property(picks, servers, names, ids, (some, server, name, id) => {
        const trackers = [tracker(id, { name })];
        const { rows } = tagsTable(
          order({ trackers, servers: [server], choices: choices(some) }),
          sheetWords,
        );
        // As a file holds them: there a name that begins like a formula has an apostrophe in front.
        const found = read(rows.map((row) => row.map(plainText))) ?? [];
        expect(found.map(({ trackerId }) => trackerId)).toEqual([id]);
        const edited = found.flatMap(({ findings }) =>
          findings.filter(
            ({ code }) => code !== 'cells-differ' && SHEET_RULES.some((rule) => rule.code === code),
          ),
        );
        expect(edited).toEqual([]);
      }),
      RUNS,
    );
  }, 60_000);
});

const cut = (count: number) => (cell: unknown) => String(cell).slice(0, -count);
const swap = (from: string, to: string) => (cell: unknown) => String(cell).replace(from, to);
const doubled = (cell: unknown) => `"${String(cell).replaceAll('"', '""')}"`;
const IMAGE =
  '<img src="https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%" width="1" height="1" />';

describe('a cell that was changed is named', () => {
  it.each<[string, Partial<Record<SheetColumn, unknown>>, string[], string?]>([
    ['the tag of another row', { url: swap('id=531', 'id=532') }, ['N9 tracker-other']],
    [
      'the id of another row',
      { trackerId: 532 },
      ['N9 tracker-other', 'O9 tracker-other', 'P9 tracker-other'],
    ],
    ['an id as text', { trackerId: '531' }, []],
    ['an id that was shortened', { trackerId: '5.31E+2' }, ['A9 tracker-id-unreadable']],
    ['no id', { trackerId: null }, ['A9 tracker-id-missing']],
    ['a cut-off URL', { url: cut(4) }, ['N9 tag-cut-off']],
    ['a cut-off image', { image: cut(60) }, ['O9 tag-cut-off']],
    ['only the closing comment gone', { image: cut(' <!-- End of Imp Tracker -->'.length) }, []],
    ['no comments at all', { image: IMAGE }, []],
    ['doubled quotes', { image: doubled }, ['O9 doubled-quotes']],
    [
      'a macro of another ad server',
      { url: swap('%%CACHEBUSTER%%', '%n') },
      ['N9 macro-wrong-server'],
    ],
    [
      'a macro in the wrong case',
      { url: swap('%%CACHEBUSTER%%', '%%Cachebuster%%') },
      ['N9 macro-wrong-case'],
    ],
    ['a number for the macro', { url: swap('%%CACHEBUSTER%%', '12345') }, ['N9 cachebuster-fixed']],
    [
      'a cost that the row does not know',
      { url: swap('&cachebuster', '&ancost=0.5&cachebuster') },
      ['N9 tag-edited'],
    ],
    [
      'a redirect in one tag only',
      { javascript: swap('CACHEBUSTER%%', 'CACHEBUSTER%%&redir=https://x.example/') },
      ['P9 cells-differ'],
    ],
    ['an image in the script column', { javascript: IMAGE }, ['P9 wrong-form']],
    [
      'a URL in the image column',
      { image: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%' },
      ['O9 wrong-form'],
    ],
    ['a URL that answers with JavaScript', { url: swap('t=2', 't=1') }, ['N9 wrong-form']],
    ['an image in the URL column', { url: IMAGE }, ['N9 html-in-url-field']],
    [
      'two tags in a cell',
      { image: `${IMAGE}\n${IMAGE.replace('531', '532')}` },
      ['O9 tracker-other', 'O9 several-tags'],
    ],
    ['a cell emptied', { image: '' }, ['O9 tag-missing']],
    ['all emptied', { url: null, image: null, javascript: ' ' }, ['N9 row-without-tag']],
    ['something else in it', { image: 'see mail' }, ['O9 no-tag']],
    ['half a tag', { image: 'imptr id=531' }, ['O9 tag-unreadable']],
    ['an ad server nobody knows', { adServer: 'Our own' }, ['F9 ad-server-unknown']],
    ['an ad server by its id, in capitals', { adServer: 'GOOGLE AD MANAGER' }, []],
    [
      'a tag the ad server does not take',
      { image: IMAGE.replace('%%CACHEBUSTER%%', '%n') },
      ['O9 html-in-url-field'],
      'cm360',
    ],
  ])('%s', (_, changes, expected, id = 'gam') => {
    const [row] = read(ownSheet(changes, id)) ?? [];
    const [, , ...found] = shortly(row ? [row] : [])[0] ?? [];
    expect(found).toEqual(expected);
  });

  it('and offers the cell with what can safely be mended', () => {
    const [row] = read(ownSheet({ image: doubled })) ?? [];
    expect(row?.repairs).toHaveLength(1);
    expect(row?.repairs[0]?.address).toBe('O9');
    expect(row?.repairs[0]?.text).toContain('<img src="https://ib.adnxs.com/imptr?id=531&t=2');
  });
});

const CM360_PREAMBLE = [
  ['CONTRACT INFORMATION'],
  ['Advertiser', 'Harbour Coffee'],
  ['Campaign ID', 30123],
  ['Campaign Name', 'Winter'],
  ['Generated', new Date(Date.UTC(2026, 10, 24))],
  [],
  ['Contact', 'name@example.com'],
  [],
  [],
  ['Tracking Ads'],
];
const GAM_URL = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%';

describe('sheets of other makers', () => {
  it('CM360: header after ten rows, tags of other vendors left alone', () => {
    const rows = read([
      ...CM360_PREAMBLE,
      [
        'Campaign Name',
        'Placement ID',
        'Site',
        'Placement Name',
        'Dimensions',
        'Start Date',
        'End Date',
        'Ad Name',
        'Creative Name',
        'Impression Tag (image)',
        'Impression Tag (JavaScript)',
        'JavaScript Tag',
        'Click Tag',
      ],
      [
        'Winter',
        9001,
        'news.example',
        'Front 300x250',
        '300x250',
        null,
        null,
        'Ad',
        'Cup',
        '<IMG SRC="https://ad.vendor.example/ad/N1;ord=[timestamp]?" BORDER="0">',
        '<SCRIPT SRC="https://ad.vendor.example/adj/N1"></SCRIPT>',
        null,
        'https://click.example',
      ],
      [
        'Winter',
        9002,
        'news.example',
        'Side',
        '160x600',
        null,
        null,
        'Ad',
        'Cup',
        IMAGE,
        null,
        null,
        null,
      ],
      [
        'Winter',
        9003,
        'news.example',
        'Foot',
        '728x90',
        null,
        null,
        'Ad',
        'Cup',
        doubled(IMAGE),
        null,
        null,
        null,
      ],
      [],
      ['Total', 3],
    ]);
    expect(shortly(rows ?? [])).toEqual([
      [12, 'none'],
      [13, 'ok'],
      [14, 'error', 'J14 doubled-quotes'],
    ]);
    expect(rows?.[1]?.placement).toBe('9002');
    expect(rows?.[1]?.trackerId).toBe(531);
  });

  it('Sizmek: header after seventeen rows, in capitals', () => {
    const preamble = Array.from({ length: 17 }, (_, index) => [`Line ${index}`, '']);
    const script =
      '<script src="https://ib.adnxs.com/imptr?id=531&t=1&cachebuster=[%random%]"></script>';
    const rows = read([
      ...preamble,
      ['PLACEMENT ID', ' PLACEMENT  NAME ', 'Script | SECURED'],
      ['77', 'Front', script],
    ]);
    expect(shortly(rows ?? [])).toEqual([[19, 'ok']]);
  });

  it('columns in another order, with an extra one and other spacing', () => {
    const rows = read([
      ['notes', 'impression  URL (BARE)', 'Extra', 'AD SERVER', 'tracker_id'],
      ['', GAM_URL, 'x', 'google ad manager', '531'],
      ['', GAM_URL, 'x', 'Google Ad Manager', 999],
    ]);
    expect(shortly(rows ?? [])).toEqual([
      [2, 'ok'],
      [3, 'error', 'B3 tracker-other'],
    ]);
  });

  it.each<[string, unknown[][]]>([
    ['nothing', []],
    ['one empty row', [[]]],
    ['titles without a tag', [['Tracker ID', 'Tracker name', 'Site']]],
    ['a tag title alone', [['Impression tag (image)'], ['x']]],
    [
      'our Instructions sheet',
      [
        ['Column', 'What it is'],
        ['Tracker ID', 'Id'],
        ['Impression tag (image)', 'x'],
      ],
    ],
    [
      'a header too far down',
      [...Array.from({ length: 100 }, () => ['x']), ['Tracker ID', 'Impression tag']],
    ],
  ])('no header in %s', (_, cells) => {
    expect(findHeader(rowsOf(cells))).toBeNull();
    expect(read(cells)).toBeNull();
  });

  it('takes the sheet of a workbook that has most of the columns', () => {
    const found = openSheet([
      { name: 'Instructions', rows: rowsOf([['Column', 'What it is']]) },
      {
        name: 'Old',
        rows: rowsOf([
          ['Tracker ID', 'Impression tag'],
          ['1', ''],
        ]),
      },
      { name: 'Tags', rows: rowsOf(ownSheet({})) },
    ]);
    expect(found?.name).toBe('Tags');
    expect(found?.rows).toHaveLength(1);
  });

  it('a header with nothing below is an empty sheet', () => {
    expect(read([['Tracker ID', 'Impression tag (image)']])).toEqual([]);
  });

  it('never fails, whatever is in the cells', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.anything({ withDate: true, withBigInt: true }),
      fc.constantFrom('Tracker ID', 'Impression tag (image)', 'Ad server', IMAGE, '531'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 6 }), (cells) => {
        read([['Tracker ID', 'Impression tag (image)', 'Content'], ...cells]);
      }),
      RUNS,
    );
  }, 60_000);
});

describe('the summary', () => {
  it('counts rows by verdict', () => {
    const rows = read([
      ['Tracker ID', 'Ad server', 'Impression URL'],
      [531, 'Google Ad Manager', GAM_URL],
      [532, 'Google Ad Manager', GAM_URL],
      [531, 'Somebody', GAM_URL],
      ['', '', 'https://other.example/p'],
    ]);
    expect(summarize(rows ?? [])).toEqual({ rows: 4, ok: 1, warning: 2, error: 1, none: 0 });
  });
});

describe('words', () => {
  it.each(SHEET_RULES.map(({ code }) => code))('%s has a sentence and a next step', (code) => {
    const values = {
      part: 'cost',
      expected: '1',
      found: '2',
      column: 'X',
      server: 'Y',
      other: 'N9',
    };
    const text = say({
      code,
      place: null,
      repair: null,
      severity: 'error',
      values,
    });
    expect(text.sentence).toMatch(/^.{12,}\.$/);
    expect(text.next).toMatch(/^.{12,}\.$/);
    expect(text.sentence).not.toContain('undefined');
  });
});
