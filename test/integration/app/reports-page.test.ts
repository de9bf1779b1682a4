import { beforeEach, describe, expect, it } from 'vitest';

import { totalOf } from '@/lib/core/report/series-total';

import { type Page, reportPage } from './support/report-page';
import { ended, fire, question, sumOf } from './support/reports';
import { type World, world } from './support/world';

const PIXEL = 90_011;
const SAME = { first: '2026-11-20', last: '2026-11-20' };
let here: World;
let page: Page;
beforeEach(async () => {
  here = await world();
  await here.background.page('trackers.sync', { advertiserId: 700_101, whole: true });
  page = reportPage(here);
});

const csv = (...lines: readonly string[]) => new File([lines.join('\r\n')], 'report.csv');
const read = (file: File, said: Parameters<Page['readFile']>[1]) => page.readFile(file, said);
const columns = (found: Awaited<ReturnType<Page['readFile']>>) => found.offer.columns;

describe('a page shows', () => {
  it('what was fired, by tracker and by its name', async () => {
    await fire(here.sandbox, PIXEL, 3);
    const { report, name, trackers, others } = await page.open(question());
    expect([sumOf(report), name, others]).toEqual([
      3,
      here.sandbox.world.advertisers.small.name,
      [],
    ]);
    expect(
      trackers.map(({ trackerIds, impressions }) => [trackerIds, totalOf(impressions)]),
    ).toEqual([[[PIXEL], { sum: 3, unknown: 0 }]]);
  });

  it('a report that is under way, and then the report, by one id', async () => {
    here.sandbox.setReports({ pendingPolls: 3 });
    const id = await page.ask(question({ about: { kind: 'tracker', id: PIXEL } }));
    if (typeof id !== 'string') throw new Error('no plan');
    const [tracker] = await page.search('tracker', 700_101, String(PIXEL));
    const run = { id, name: tracker?.name, rows: 0, failure: null };
    expect(await page.read(id)).toMatchObject({ run });
    expect(await page.list()).toMatchObject({ reports: [], runs: [run], unreadable: 0 });
    await ended(here.background, id);
    expect(await page.read(id)).toMatchObject({ report: { name: tracker?.name } });
    expect(await page.list()).toMatchObject({
      reports: [{ id, name: tracker?.name, total: { sum: null } }],
      runs: [],
    });
  });

  it('that one failed, and why', async () => {
    here.sandbox.setReports({ fails: 'execution-status' });
    const id = await page.ask(question());
    await ended(here.background, String(id)).catch(() => {});
    expect((await page.list()).runs).toMatchObject([
      { id, step: 'failed', failure: { code: 'report-failed' } },
    ]);
    await page.cancel(String(id));
    expect(await page.list()).toEqual({ reports: [], runs: [], unreadable: 0 });
    expect(await page.read(String(id))).toBeNull();
  });

  it('why a question cannot be asked', async () => {
    expect(await page.ask(question({ about: { kind: 'tracker', id: 1 } }))).toEqual({
      kind: 'tracker-unknown',
    });
  });

  it('the names of line items and publishers that trackers have', async () => {
    await fire(here.sandbox, PIXEL);
    const tracker = await here.background.page('trackers.open', { id: PIXEL });
    const { lineItem, publisher } = tracker;
    for (const [kind, ref] of [
      ['line-item', lineItem],
      ['publisher', publisher],
    ] as const) {
      const { name } = await page.open(question({ about: { kind, id: ref?.id ?? 0 } }));
      expect(name).toBe(ref?.name);
      const found = await page.search(kind, 700_101, ref?.name ?? '');
      expect(found.map(({ id }) => id)).toContain(ref?.id);
    }
  });
});

describe('an ad server’s file', () => {
  const ODD = ['When,What,Seen', '2026-11-20,A,7'];

  it('whose columns are not known is asked about; what is said is kept for others like it', async () => {
    const file = csv(...ODD);
    const first = await read(file, { columns: null, dates: null });
    expect([first.kind, columns(first)]).toEqual(['columns', {}]);
    const said = { columns: { date: 0, placement: 1, impressions: 2 }, dates: null };
    expect(await read(file, said)).toMatchObject({ kind: 'read', offer: { choice: said.columns } });
    const other = await read(csv(...ODD), { columns: null, dates: null });
    expect([other.kind, columns(other)]).toEqual(['read', said.columns]);
    // As recognised again.
    expect((await read(file, { columns: null, dates: null })).kind).toBe('columns');
    expect(page.columns()).toEqual([]);
  });

  it('is of no placement only where a person says which it is', async () => {
    const file = csv(...ODD);
    await read(file, { columns: null, dates: null });
    const found = await read(file, { columns: { date: 0, impressions: 2 }, dates: null });
    expect([found.kind, columns(found)]).toEqual(['columns', { date: 0, impressions: 2 }]);
  });

  it('whose dates can be read in two ways is asked about, and its columns stay', async () => {
    const file = csv('Date,Placement,Seen,Impressions', '02/03/2026,A,7,9');
    const first = await read(file, { columns: null, dates: null });
    expect(first).toMatchObject({ kind: 'dates', samples: ['02/03/2026'] });
    const chosen = { date: 0, placement: 1, impressions: 2 };
    await read(file, { columns: chosen, dates: null });
    const found = await read(file, { columns: chosen, dates: 'dmy' });
    expect(found).toMatchObject({
      kind: 'read',
      report: { span: { first: '2026-03-02' }, placements: [{ impressions: { counts: [7] } }] },
    });
    expect(page.columns()).toMatchObject([{ choice: { dateOrder: 'dmy' } }]);
  });

  it('that is no report says why, and its columns can be chosen', async () => {
    const found = await read(csv('Date,Placement,Impressions', 'Total,,7'), {
      columns: null,
      dates: null,
    });
    expect(found).toMatchObject({ kind: 'refused', problem: 'no-days', offer: { titles: {} } });
  });

  it('that is no table fails', async () => {
    await expect(read(csv(''), { columns: null, dates: null })).rejects.toThrow();
  });
});

describe('a placement', () => {
  it('that nothing matches belongs to whom a person says, from then on, also by another page', async () => {
    await fire(here.sandbox, PIXEL, 3);
    const report = await page.open(question());
    const file = await read(csv('Date,Placement,Impressions', `${SAME.first},Nobody knows,1500`), {
      columns: null,
      dates: null,
    });
    if (file.kind !== 'read') throw new Error(file.kind);
    const order = { report, file: file.report, threshold: 10 };
    const before = await page.compare(order);
    expect([before.rows, before.matches[0]?.trackerIds]).toEqual([[], null]);
    await page.keepMatch(before.matches[0]?.key ?? '', [PIXEL]);
    const { rows, matches } = await page.compare(order);
    expect(matches).toMatchObject([{ trackerIds: [PIXEL], by: 'hand' }]);
    expect(rows).toMatchObject([{ trackerIds: [PIXEL], agreement: 'over', seen: [] }]);
    expect(rows[0]?.gaps.map(({ code }) => code)).toContain('zone-unknown');
    await page.keepMatch(before.matches[0]?.key ?? '', null);
    expect((await page.compare(order)).rows).toEqual([]);
  });
});

describe('a tag sheet', () => {
  const UNSAID = { columns: null, dates: null };
  const named = (name: string, ...lines: readonly string[]) => new File([lines.join('\n')], name);
  const FRONT = ['Placement ID,Placement,Tracker ID', `77,Front,${PIXEL}`] as const;

  async function compared() {
    await fire(here.sandbox, PIXEL, 3);
    const report = await page.open(question());
    const text = ['Date,Placement ID,Placement,Impressions', `${SAME.first},77,Front page,1500`];
    const file = await read(csv(...text), UNSAID);
    if (file.kind !== 'read') throw new Error(file.kind);
    return async () =>
      (await page.compare({ report, file: file.report, threshold: 10 })).matches[0];
  }

  it('says to which tracker a placement belongs, until it is removed; a person’s word goes before it', async () => {
    const match = await compared();
    expect(await match()).toMatchObject({ trackerIds: null, sheets: [] });
    expect(await page.takeSheet(named('tags.csv', ...FRONT))).toBeNull();
    expect(await match()).toMatchObject({ trackerIds: [PIXEL], by: 'sheet', sheets: ['tags.csv'] });
    await page.keepMatch((await match())?.key ?? '', null);
    expect(await match()).toMatchObject({ trackerIds: null, by: 'hand', sheets: [] });
    await page.keepMatch((await match())?.key ?? '', [PIXEL]);
    await page.removeSheet(700_101, 'tags.csv');
    expect(await match()).toMatchObject({ trackerIds: [PIXEL], by: 'hand' });
    expect(await page.listSheets(700_101)).toEqual([]);
  });

  it('stays beside others; where they differ, several could be it', async () => {
    const match = await compared();
    await page.takeSheet(named('a.csv', ...FRONT));
    await page.takeSheet(named('b.csv', FRONT[0], `77,Front,${PIXEL + 1}`));
    expect((await page.listSheets(700_101)).map(({ fileName }) => fileName)).toEqual([
      'b.csv',
      'a.csv',
    ]);
    const both = await match();
    expect([both?.trackerIds, both?.candidates.flat().toSorted()]).toEqual([
      null,
      [PIXEL, PIXEL + 1],
    ]);
    await page.takeSheet(named('b.csv', ...FRONT));
    expect(await match()).toMatchObject({ trackerIds: [PIXEL], sheets: ['b.csv', 'a.csv'] });
  });

  it('is of this advertiser, in part at least', async () => {
    const other = named('tags.csv', FRONT[0], '77,Front,1', '78,Side,2');
    expect(await page.takeSheet(other)).toBe('other-advertiser');
    expect(await page.listSheets(700_101)).toEqual([]);
    expect(await page.takeSheet(named('tags.csv', ...FRONT, '78,Side,2'))).toBeNull();
    expect(await page.listSheets(700_101)).toMatchObject([{ placements: 2, others: 1 }]);
    expect(await page.listSheets(700_102)).toEqual([]);
  });

  it.each([
    ['report', 'Date,Placement,Impressions\n2026-11-20,Front,9'],
    ['no-trackers', 'Placement,Size\nFront,300x250'],
    ['no-columns', 'Hello, world'],
  ])('is not kept where it is none: %s', async (why, text) => {
    expect(await page.takeSheet(named('tags.csv', text))).toBe(why);
    expect(await page.listSheets(700_101)).toEqual([]);
  });
});
