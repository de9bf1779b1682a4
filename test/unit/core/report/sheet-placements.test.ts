import { describe, expect, it } from 'vitest';

import {
  countPlacements,
  createPlacementReader,
  MAX_SHEET_PLACEMENTS,
  type SheetPlacement,
} from '@/lib/core/report/reconcile/sheet-placements';
import { looksLikeTagSheet } from '@/lib/core/report/reconcile/sheet-columns';
import { takeSheetMessage } from '@/lib/core/report/reconcile/sheet-message';
import { rowsTable } from '@/lib/core/tag-sheet/sheet-table';
import { tagWorkbook } from '@/lib/core/tag-sheet/workbook';
import { readTableFile } from '@/lib/files/read-file';
import { writeCsv } from '@/lib/files/write-csv';
import { writeXlsx } from '@/lib/files/write-xlsx';
import { sheetWords } from '@/lib/text/sheets/sheet';

import { order, tracker } from '../tag-sheet/build';
import { csv } from './build';

const KNOWN = { macros: ['RANDOMVALUE'], everywhere: sheetWords.allPlacements };
function readBytes(bytes: ArrayBuffer) {
  const reader = createPlacementReader(KNOWN);
  readTableFile(bytes, reader);
  return reader.finish();
}
const read = (text: string) => readBytes(new TextEncoder().encode(text).buffer);
const row = (
  trackerId: number,
  placement: string | null,
  placementId: string | null = null,
  cachebuster: SheetPlacement['cachebuster'] = null,
): SheetPlacement => ({ trackerId, placement, placementId, cachebuster });
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const image = (id: number, cachebuster = '&cachebuster=[CACHEBUSTER]') =>
  cell(`<img src="https://ib.adnxs.com/imptr?id=${id}&t=2${cachebuster}">`);
const OTHER = cell('<img src="https://ad.example/pixel?id=532&cb=1">');

describe('placements in a tag sheet', () => {
  it('are read of a sheet that was made here, of all of its ways', async () => {
    const made = order({ trackers: [tracker(531), { ...tracker(532), placement: null }] });
    const table = read(writeCsv(rowsTable(made, sheetWords)));
    const bytes = await (await writeXlsx(tagWorkbook(made, sheetWords))).arrayBuffer();
    for (const { placements, leftOut, isNone } of [table, readBytes(bytes)]) {
      expect(placements).toContainEqual(row(531, 'Front page 300x250 (44)', null, 'macro'));
      expect(placements).toContainEqual(row(531, 'Front page 300x250', null, 'macro'));
      expect(placements.some(({ trackerId }) => trackerId === 532)).toBe(false);
      expect(countPlacements(placements)).toBe(1);
      expect(leftOut.noPlacement).toBeGreaterThan(0);
      expect([leftOut.noTracker, leftOut.several, isNone]).toEqual([0, 0, null]);
    }
  });

  it.each([
    ['by a column of ids', csv('Placement ID,Tracker ID', '77,531'), [row(531, null, '77')]],
    [
      'by ids that were filled in',
      csv('Placement,Tracker ID (Piggyback)', 'Front,531'),
      [row(531, 'Front')],
    ],
    [
      'by the tags in the row',
      csv('Placement ID,Placement Name,Tag', `77,Front,${image(531)}`),
      [row(531, 'Front', '77', 'macro')],
    ],
    [
      'under an introduction',
      csv('Harbour', 'Made in November', 'Placement,Tracker ID', 'Front,531'),
      [row(531, 'Front')],
    ],
    [
      'by an id in the column of names or ids',
      csv('Placement ID/name,Tracker ID', '77,531', 'Front,531'),
      [row(531, '77', '77'), row(531, 'Front')],
    ],
    [
      'and not by ids that a spreadsheet shortened',
      csv('Placement ID,Placement,Tracker ID', '1.23E+11,Front,531'),
      [row(531, 'Front')],
    ],
    [
      'by the tag, where some other id stands beside it',
      csv('ID,Placement,Tag', `1,Front,${image(531)}`, `2,Side,${image(532)}`),
      [row(531, 'Front', null, 'macro'), row(532, 'Side', null, 'macro')],
    ],
    [
      'and not by tags of other vendors',
      csv('Placement,Tag,Other', `Front,${image(531)},${OTHER}`, `Side,${OTHER},`),
      [row(531, 'Front', null, 'macro')],
    ],
    [
      'each once, and with each tracker that it has',
      csv('Placement,Tracker ID', 'Front,531', 'Front,531', 'Front,532'),
      [row(531, 'Front'), row(532, 'Front')],
    ],
    [
      'of a cell that is merged over several rows, with the trackers of all',
      csv('Placement,Tracker ID', 'Front,531', ',532', 'Side,533'),
      [row(531, 'Front'), row(532, 'Front'), row(533, 'Side')],
    ],
    [
      'by the tag and not by its mended copy',
      csv(
        'Placement,Tag,Mended: Tag (Piggyback)',
        `Front,${image(531, '&cachebuster=1')},${image(531)}`,
      ),
      [row(531, 'Front', null, 'constant')],
    ],
    ['of one tracker alone', csv('Placement,One,Two', `Front,${image(531)},${image(532)}`), []],
    [
      'of one tracker alone, by id and tag',
      csv('Placement,Tracker ID,Tag', `Front,531,${image(532)}`),
      [],
    ],
    ['with a tracker', csv('Tracker ID,Placement', '531,', 'x,Side', ',Front'), []],
    [
      'that are called by no more than a name',
      csv('Placement,Tracker ID', `${'x'.repeat(501)},531`),
      [],
    ],
  ])('%s', (_, text, found) => expect(read(text).placements).toEqual(found));

  it('say how many rows say nothing', () => {
    const text = csv(
      'Placement,Tracker ID,Tag',
      ',530,',
      'Front,531,',
      `Side,531,${image(532)}`,
      'Top,,',
      'Bottom,no,',
    );
    expect(read(text).leftOut).toEqual({ several: 1, noTracker: 2, noPlacement: 1 });
  });

  it.each([
    ['a report of an ad server', csv('Date,Placement,Impressions', '2026-11-01,Front,7'), 'report'],
    ['no trackers', csv('Placement,Size', 'Front,300x250'), 'no-trackers'],
    ['no placements', csv('Tracker ID,Tag', `531,${image(531)}`), 'no-columns'],
    ['a text', 'Dear all, here are the tags.', 'no-columns'],
  ])('are none where the file has %s', (_, text, isNone) =>
    expect(read(text)).toMatchObject({ placements: [], isNone }),
  );

  it('are of thousands of rows, and no more than are kept', () => {
    const rows = (count: number) =>
      csv('Placement ID,Tracker ID', ...Array.from({ length: count }, (_, at) => `${at},531`));
    expect(countPlacements(read(rows(12_000)).placements)).toBe(12_000);
    expect(read(rows(MAX_SHEET_PLACEMENTS)).isNone).toBeNull();
    expect(read(rows(MAX_SHEET_PLACEMENTS + 1))).toMatchObject({
      placements: [],
      isNone: 'no-room',
    });
    expect(() => read(csv('Placement,Tracker ID', ...Array(50_000).fill('Front,531')))).toThrow(
      'too-large',
    );
  });
});

describe('the cachebuster of a row', () => {
  it.each([
    ['a macro', [image(531)], 'macro'],
    ['a macro of an own ad server', [image(531, '&cachebuster=RANDOMVALUE')], 'macro'],
    ['one value', [image(531, '&cachebuster=12345')], 'constant'],
    ['none', [image(531, '')], 'missing'],
    ['nothing in it', [image(531, '&cachebuster=')], 'missing'],
    [
      'a word that nobody filled in',
      [image(531, '&cachebuster=INSERT_CACHEBUSTER_HERE')],
      'unclear',
    ],
    ['two forms alike', [image(531), image(531)], 'macro'],
    ['two forms that differ', [image(531), image(531, '&cachebuster=1')], 'unclear'],
    ['a tag of another vendor beside', [image(531), OTHER], 'macro'],
  ])('%s', (_, tags, cachebuster) => {
    const text = csv('Placement,One,Two', ['Front', ...tags].join(','));
    expect(read(text).placements).toEqual([row(531, 'Front', null, cachebuster as never)]);
  });
});

describe('what a reader of tag sheets says from another thread', () => {
  const take = (message: unknown) => takeSheetMessage(() => {})(message);

  it('arrives as it was said, or fails here as it failed there', () => {
    const reading = read(csv('Placement,Tag', `Front,${image(531)}`));
    expect(take(structuredClone({ kind: 'read', reading }))).toEqual(reading);
    expect(() => take({ kind: 'refused', problem: 'damaged' })).toThrow('damaged');
    expect(() => take({ kind: 'failed', detail: 'Out of memory' })).toThrow('Out of memory');
  });

  it.each([
    { kind: 'read', reading: { placements: [{ trackerId: -1 }] } },
    { kind: 'progress', done: -1, total: 1 },
    { kind: 'refused', problem: 'other' },
    null,
  ])('is refused: %j', (message) => expect(() => take(message)).toThrow());
});

it.each([
  [['Placement ID/name', 'Tracker ID'], true],
  [['Placement', 'Impression tag (image)'], true],
  [['Placement', 'Tracker ID (Piggyback)'], true],
  [['Date', 'Placement', 'Impressions', 'Tracker ID'], false],
  [['Day of week', 'Placement', 'Seen'], false],
  [['ID', 'Placement', 'Number'], false],
  [['Tracker ID', 'Tag'], false],
])('%j are titles of a tag sheet: %j', (titles, isOne) => {
  expect(looksLikeTagSheet(titles.map((title, index) => ({ title, index })))).toBe(isOne);
});
