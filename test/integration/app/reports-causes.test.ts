import { beforeEach, describe, expect, it } from 'vitest';

import type { Cause } from '@/lib/core/report/cause';
import type { Question } from '@/lib/core/report/question';
import { noteEvents } from '@/lib/store/tracker-events';
import { changeRequests, putVerification } from '@/lib/store/verifications';

import type { AdReportInput, RunInput } from '../../sandbox/index.ts';
import { request, verification } from '../../unit/core/verification/build';
import { reportPage } from './support/report-page';
import { question } from './support/reports';
import { type World, world } from './support/world';

const PIXEL = 90_011;
const SPAN = { first: '2026-10-20', last: '2026-11-16' };
// There was more before and after, as there is.
const DAYS = { from: '2026-10-13', to: '2026-11-20' };
let here: World;
beforeEach(async () => {
  here = await world();
  await here.background.page('trackers.sync', { advertiserId: 700_101, whole: true });
});

interface Made {
  readonly delivery?: Partial<RunInput>;
  readonly file?: Partial<AdReportInput>;
  readonly asked?: Partial<Question>;
}

/** What the detective says of one tracker where the sandbox makes a history with these causes. */
async function lookedInto(
  causes: RunInput['causes'],
  { delivery = {}, file: order = {}, asked = {} }: Made = {},
) {
  const page = reportPage(here);
  here.sandbox.setDelivery({ trackers: [PIXEL], ...DAYS, perHour: 300, ...delivery, causes });
  const file = await page.readFile(
    await page.fileOf({ server: 'cm360', from: SPAN.first, to: SPAN.last, ...order }),
  );
  if (file.kind !== 'read') throw new Error(JSON.stringify(file));
  const report = await page.open(question({ when: { kind: 'custom', span: SPAN }, ...asked }));
  const { rows, matches } = await page.compare({ report, file: file.report, threshold: 10 });
  const row = rows.find(({ trackerIds }) => trackerIds.includes(PIXEL));
  return { row, matches, report, file: file.report, page };
}

describe('the detective names the cause that the sandbox was given', () => {
  it.each<[Cause, NonNullable<RunInput['causes']>[number], Made?]>([
    ['time-zone', { kind: 'time-zone', zone: 'Asia/Kolkata' }],
    ['time-zone', { kind: 'time-zone', zone: 'Asia/Singapore' }],
    ['fired-twice', { kind: 'fired-twice' }, { file: { server: 'gam' } }],
    ['different-days', { kind: 'started-later', from: '2026-10-27' }],
    ['different-days', { kind: 'ended-earlier', until: '2026-11-10' }, { file: { server: 'gam' } }],
    ['bad-day', { kind: 'bad-day', day: '2026-11-04', kept: 0.1 }, { file: { format: 'xlsx' } }],
    ['tracking-protection', { kind: 'blocked', share: 0.14 }, { file: { server: 'kevel' } }],
  ])('%s: %o', async (cause, given, made) => {
    const { row } = await lookedInto([given], made);
    expect(row?.explanation).toMatchObject({ outcome: 'found', found: cause });
  });

  it('says nothing where nothing is wrong', async () => {
    const { row, matches } = await lookedInto([]);
    expect(row?.explanation).toMatchObject({ outcome: 'flat', found: null });
    expect([row?.agreement, row?.whole.difference]).toEqual(['agrees', 0]);
    expect(matches).toMatchObject([{ trackerIds: [PIXEL], by: 'name' }]);
  });

  it('a constant cachebuster, as a verification saw it', async () => {
    const url = `https://ib.adnxs.com/imptr?id=${PIXEL}&t=2&cachebuster=4711`;
    const owner = await here.browser.plugs.account();
    const at = Date.parse('2026-11-03T12:00:00Z');
    await putVerification(here.db, owner, verification({ id: 'seen', startedAt: at }));
    await changeRequests(here.db, 'seen', {
      changed: ['one', 'other'].map((key, index) => ({
        ...request(url, { startedAt: at + index * 60_000 }),
        key,
      })),
    });
    const { row } = await lookedInto([{ kind: 'constant-cachebuster', browsers: 1000 }], {
      delivery: { growth: 0.03, perHour: 200 },
      file: { server: 'kevel' },
    });
    expect(row?.explanation).toMatchObject({ outcome: 'found', found: 'cachebuster' });
    expect(row?.seen).toEqual([{ day: '2026-11-03', verificationId: 'seen' }]);
  });

  it.each([
    ['a constant cachebuster', '4711', 'cachebuster'],
    ['a cachebuster', '[CACHEBUSTER]', null],
  ])('%s, as the tag in the sheet has it', async (_, value, found) => {
    const made = {
      delivery: { growth: 0.03, perHour: 200 },
      file: { server: 'kevel' },
    } as const;
    const causes = [{ kind: 'constant-cachebuster' as const, browsers: 1000 }];
    const { matches, page, report, file } = await lookedInto(causes, made);
    const tag = `https://ib.adnxs.com/imptr?id=${PIXEL}&t=2&cachebuster=${value}`;
    const placement = matches[0]?.placement.replace(/ \(\d+\)$/, '') ?? '';
    const sheet = new File([`Placement,Tag\n"${placement}",${tag}`], 'tags.csv');
    expect(await page.takeSheet(sheet)).toBeNull();
    const { rows, matches: after } = await page.compare({ report, file, threshold: 10 });
    expect(after).toMatchObject([{ trackerIds: [PIXEL], by: 'sheet', sheets: ['tags.csv'] }]);
    const said = rows[0]?.explanation?.readings.find(({ cause }) => cause === 'cachebuster');
    expect(said?.standing === 'explains' ? said.cause : null).toBe(found);
    expect(said?.evidence).toEqual(
      found === null
        ? expect.not.objectContaining({ tag: 'constant' })
        : expect.objectContaining({ tag: 'constant' }),
    );
  });

  it('inactive meanwhile, as its passport tells', async () => {
    const owner = await here.browser.plugs.account();
    const at = (date: string) => Date.parse(`${date}T00:00:00Z`);
    await noteEvents(here.db, owner, [
      switched(at('2026-11-01'), 'inactive'),
      switched(at('2026-11-06'), 'active'),
    ]);
    const { row } = await lookedInto([
      { kind: 'inactive', from: '2026-11-01', until: '2026-11-06' },
    ]);
    expect(row?.explanation).toMatchObject({ outcome: 'found', found: 'inactive-meanwhile' });
  });

  it('late data, as the service says how far it is', async () => {
    here.sandbox.setReports({ lagHours: 40 });
    const { row } = await lookedInto([{ kind: 'late', hours: 60 }], {
      file: { from: '2026-11-10', to: '2026-11-19' },
      asked: { when: { kind: 'custom', span: { first: '2026-11-10', last: '2026-11-19' } } },
    });
    expect(row?.explanation).toMatchObject({ outcome: 'found', found: 'late-data' });
    const late = row?.explanation?.readings.find((one) => one.cause === 'late-data');
    expect(late?.evidence).toMatchObject({ days: ['2026-11-18'] });
  });
});

const switched = (at: number, state: 'active' | 'inactive') => ({
  kind: 'changed' as const,
  trackerId: PIXEL,
  at,
  fields: ['state' as const],
  state,
});
