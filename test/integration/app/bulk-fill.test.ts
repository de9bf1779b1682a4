import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { planFill } from '@/lib/core/table/plan-fill';
import { tagForRow } from '@/lib/core/tag-sheet/tag-for-row';
import { trackerFill } from '@/lib/core/tracker-sheet/fill';
import { planTags, runFills, type TagFor } from '@/lib/core/tracker-sheet/fill-rows';
import { fileMismatch } from '@/lib/core/tracker-sheet/match-file';
import { rowsSaid } from '@/lib/core/tracker-sheet/row-said';
import { orderRows, type RunRow } from '@/lib/core/tracker-sheet/run';
import { createTrackerSheetReader } from '@/lib/core/tracker-sheet/sheet-reader';
import { fillTableFile } from '@/lib/files/fill-file';
import { readTableFile } from '@/lib/files/read-file';
import { findTrackers } from '@/lib/store/trackers';
import { trackerFillWords } from '@/lib/text/sheets/fill';
import { runResultText } from '@/lib/text/trackers/row-result';

import { clientParts, PLAN, PLAN_XML } from '../../unit/files/client-workbook';
import { rawEntries, richZip } from '../../unit/files/rich-zip';
import { bulkOf, isStill, SMALL } from './support/bulk';
import { world } from './support/world';

type Bytes = Uint8Array<ArrayBuffer>;
const bytesOf = (text: string): Bytes => Uint8Array.from(Buffer.from(text));
const textOf = (bytes: Bytes) => Buffer.from(bytes).toString();

/** The sheet in a file, as the worker of the page reads it. */
function open(bytes: Bytes) {
  const reader = createTrackerSheetReader();
  readTableFile(bytes.slice().buffer, reader);
  return reader.finish();
}

async function bulkWorld() {
  const all = await world();
  const bulk = bulkOf(all, all.background);
  /** Checks a file and runs it to its end. */
  async function run(bytes: Bytes, file: string) {
    const sheet = open(bytes);
    const checked = await bulk.checkSheet(sheet);
    const rows = orderRows(checked.rows, rowsSaid(sheet));
    const id = await bulk.start(checked, { file, rows });
    const done = await bulk.until(id, isStill);
    all.clock.forward(1);
    return { counts: done.counts, rows: (await bulk.readRows(id)).rows, planned: checked.counts };
  }
  /** What came of a run, filled into its file as the page does it. */
  async function fill(bytes: Bytes, rows: readonly RunRow[]): Promise<Bytes> {
    const sheet = open(bytes);
    expect(fileMismatch(sheet, rows)).toBeNull();
    const ids = rows.flatMap(({ end }) => end?.id ?? []);
    const found = await findTrackers(all.db, await all.browser.plugs.account(), ids);
    const known = { trackers: new Map(found.map((one) => [one.id, one])), servers: AD_SERVERS };
    const tags = planTags({ kind: 'one', id: GAM.id }, sheet, AD_SERVERS);
    const tagFor: TagFor = (trackerId, { id: serverId }) =>
      tagForRow({ trackerId, serverId }, known);
    const order = trackerFill(
      {
        headerRow: sheet.header.row,
        adServers: tags.servers.map(({ name }) => name),
        rows: runFills(rows, { tags, tagFor, resultOf: runResultText }),
      },
      trackerFillWords,
    );
    const { headerRow } = order;
    const { score } = createTrackerSheetReader();
    const plan = (target: Parameters<typeof planFill>[0]) => planFill(target, order);
    return fillTableFile(bytes, { sheet: sheet.name, headerRow, score, plan }).bytes;
  }
  const there = async () => (await all.colleague.list(SMALL.id)).map(({ id, name }) => [id, name]);
  return { ...all, bulk, run, fill, there };
}

function serverCalled(called: string) {
  const found = AD_SERVERS.find(({ name }) => name === called);
  if (!found) throw new Error(`no ${called}`);
  return found;
}
const GAM = serverCalled('Google Ad Manager');

/** The client's plan with a table, a merge, formulas, a chart and macros, whose rows are new trackers. */
const WORKBOOK = richZip(
  clientParts([
    {
      name: PLAN,
      content: PLAN_XML.replace('<c r="B4"><v>531<', '<c r="B4"><v>640303<')
        .replace('<c r="B5"><v>532<', '<c r="B5"><v>640303<')
        .replace('<v>4</v></c></row>', '<v>4</v></c><c r="F5" t="s"><v>8</v></c></row>'),
    },
    {
      name: 'xl/sharedStrings.xml',
      content: `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${[
        'Media plan',
        'Name',
        'Line item ID',
        'Start',
        'Impressions',
        'Cost',
        'Publisher ID',
        'Front page “top”',
        '880202',
        'Side bar',
      ]
        .map((text) => `<si><t>${text}</t></si>`)
        .join('')}</sst>`,
    },
  ]),
);

describe('a client’s workbook', () => {
  it('comes back with the ids, tags and results; all else of it is the same byte for byte', async () => {
    const { run, fill, there } = await bulkWorld();
    const { counts, rows } = await run(WORKBOOK, 'plan.xlsm');
    expect(counts).toEqual({ created: 2, changed: 0, skipped: 0, failed: 0 });
    const filled = await fill(WORKBOOK, rows);

    const others = (all: Bytes) => rawEntries(all).entries.filter(({ name }) => name !== PLAN);
    expect(others(filled)).toEqual(others(WORKBOOK));
    expect(rawEntries(filled).tail).toBe(rawEntries(WORKBOOK).tail);
    const ids = (await there()).slice(-2).map(([id]) => String(id));
    const sheet = open(filled);
    const idAt = sheet.header.columns.findIndex(([column]) => column === 'id');
    // Past the table and the chart.
    expect(sheet.header.columns[idAt]?.[1]).toBe(10);
    expect(sheet.rows.map(({ texts }) => texts[idAt])).toEqual(ids);
  });

  it('run again as it came back changes nothing, and filled in again it is the same file', async () => {
    const { run, fill, there } = await bulkWorld();
    const filled = await fill(WORKBOOK, (await run(WORKBOOK, 'plan.xlsm')).rows);
    const before = await there();
    const again = await run(filled, 'plan – filled.xlsm');
    expect(again.planned).toEqual({ create: 0, change: 0, unchanged: 2, conflict: 0, error: 0 });
    expect(again.counts).toEqual({ created: 0, changed: 0, skipped: 2, failed: 0 });
    expect(await there()).toEqual(before);
    const twice = await fill(filled, (await run(WORKBOOK, 'plan.xlsm')).rows);
    expect(Buffer.from(await fill(twice, again.rows)).equals(Buffer.from(twice))).toBe(true);
  });
});

// More commas than semicolons; every cell in quotation marks; no line end behind the last row.
const CSV = [
  '\uFEFF"Name";"Line item ID";"Publisher ID";"Size, place, side, day, hour, colour"',
  '"A ""big"" one";"640303";"880202";"1, 2, 3, 4, 5, 6"',
  '"Ünï";"640303";"880202";"=1+1, 2, 3, 4, 5, 6"',
  '"Nowhere";"640303";"nobody";"1, 2, 3, 4, 5, 6"',
].join('\r\n');

describe('a client’s CSV', () => {
  it('comes back with its mark, delimiter, quotation marks and line ends', async () => {
    const { run, fill, there } = await bulkWorld();
    const { rows } = await run(bytesOf(CSV), 'plan.csv');
    const filled = textOf(await fill(bytesOf(CSV), rows));
    const lines = filled.split('\r\n');
    for (const [at, line] of CSV.split('\r\n').entries()) {
      expect(lines[at]?.startsWith(`${line};`)).toBe(true);
    }
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(
      /;"Tracker ID \(Piggyback\)";"Tag for Google Ad Manager \(Piggyback\)";"Result \(Piggyback\)"$/,
    );
    const [one, other] = (await there()).slice(-2).map(([id]) => id);
    expect(lines[1]).toMatch(new RegExp(`;"${one}";".*imptr\\?id=${one}&t=2.*";"Created"$`, 's'));
    expect(lines[2]).toMatch(
      new RegExp(`;"${other}";".*imptr\\?id=${other}&t=2.*";"Created"$`, 's'),
    );
    expect(lines[3]).toMatch(/;"?"?;"?"?;"Skipped: Error in the sheet\."$/);
  });

  it('run again as it came back makes none, and gives the row that was mended its id', async () => {
    const { run, fill, there } = await bulkWorld();
    const filled = textOf(await fill(bytesOf(CSV), (await run(bytesOf(CSV), 'plan.csv')).rows));
    const before = await there();
    const mended = bytesOf(filled.replace('"nobody"', '"880202"'));
    const again = await run(mended, 'plan – filled.csv');
    expect(again.planned).toEqual({ create: 1, change: 0, unchanged: 2, conflict: 0, error: 0 });
    expect((await there()).slice(0, before.length)).toEqual(before);
    const lines = textOf(await fill(mended, again.rows)).split('\r\n');
    const made = (await there()).at(-1);
    expect(made?.[1]).toBe('Nowhere');
    expect(lines[3]).toContain(`;"${made?.[0]}";`);
    // What was filled in before is still there, and is said of the later run.
    expect(lines[1]).toMatch(/;"Skipped: Nothing was to be changed\."$/);
    expect(lines[0]).toBe(filled.split('\r\n')[0]);
  });

  it('with a row in another place is not taken for the one that was run', async () => {
    const { run } = await bulkWorld();
    const { rows } = await run(bytesOf(CSV), 'plan.csv');
    const [title, first, second, ...rest] = CSV.split('\r\n');
    const moved = open(bytesOf([title, second, first, ...rest].join('\r\n')));
    expect(fileMismatch(moved, rows)).toEqual({
      row: 2,
      inFile: 'Ünï',
      inRun: 'A "big" one',
      count: 2,
    });
  });
});
