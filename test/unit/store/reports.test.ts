import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';

import type { Change } from '@/lib/core/base/change';
import { KEPT_REPORTS, KEPT_REPORTS_MS } from '@/lib/core/base/limits';
import type { Report } from '@/lib/core/report/report';
import { forgetAccount } from '@/lib/store/accounts';
import { type Database, openDatabase } from '@/lib/store/database';
import { deleteReport, hasReport, listReports, putReport, readReport } from '@/lib/store/reports';

import { custom, NOW, question } from '../core/report/planned';

const [ME, OTHER] = ['me', 'other'];
let db: Database;
let told: Change[] = [];
let count = 0;
beforeEach(async () => {
  told = [];
  db = await openDatabase(`reports-${(count += 1)}`, (change) => void told.push(change));
});
afterEach(() => db.close());

function report(id: string, part: Partial<Report> = {}): Report {
  return {
    id,
    question: question({ about: { kind: 'line-item', id: 11 } }),
    type: 'network_analytics',
    span: { first: '2026-11-13', last: '2026-11-14' },
    publisherId: null,
    askedAt: NOW,
    madeAt: null,
    closedUntil: null,
    rows: 2,
    unread: 0,
    counted: [
      {
        tuple: { lineItemId: 11, publisherId: 22, placementId: 0, paymentRuleId: null },
        names: { lineItem: 'Autumn', publisher: null, placement: null, paymentRule: null },
        impressions: { by: 'day', first: '2026-11-13', counts: [5, null] },
        cost: 1.5,
      },
    ],
    ...part,
  };
}
/** One that asks about something else than all others. */
const about = (id: number) => question({ about: { kind: 'line-item', id } });
const ids = async (account = ME) => (await listReports(db, account)).rows.map(({ id }) => id);

it('is kept whole, for its account alone, and open pages hear of it', async () => {
  await putReport(db, ME, report('a'));
  expect(await readReport(db, ME, 'a')).toEqual(report('a'));
  expect([await readReport(db, OTHER, 'a'), await ids(OTHER)]).toEqual([null, []]);
  expect([await hasReport(db, ME, 'a'), await hasReport(db, OTHER, 'a')]).toEqual([true, false]);
  expect(told).toEqual([{ what: 'reports', ids: ['a'] }]);
  expect((await listReports(db, ME)).rows[0]).toMatchObject({ id: 'a', tuples: 1, rows: 2 });
});

it('takes the place of one of the same question and days, of no other', async () => {
  await putReport(db, ME, report('a'));
  await putReport(db, ME, report('hours', { question: { ...about(11), by: 'hour' } }));
  await putReport(db, ME, report('days', { span: { first: '2026-11-01', last: '2026-11-02' } }));
  await putReport(db, OTHER, report('others'));
  await putReport(
    db,
    ME,
    report('b', { question: { ...about(11), when: custom('2026-11-13', '2026-11-14') } }),
  );
  expect((await ids()).toSorted()).toEqual(['b', 'days', 'hours']);
  expect(await readReport(db, ME, 'a')).toBeNull();
  expect(await db.count('reportCounts')).toBe(4);
  expect(told.at(-1)).toEqual({ what: 'reports', ids: ['a', 'b'] });
});

it('goes when there are too many newer ones, or when it is too old', async () => {
  await putReport(
    db,
    ME,
    report('old', { question: about(1), askedAt: NOW - KEPT_REPORTS_MS - 1 }),
  );
  await putReport(db, ME, report('young', { question: about(2), askedAt: NOW - KEPT_REPORTS_MS }));
  await putReport(db, ME, report('new', { question: about(3) }));
  expect(await ids()).toEqual(['new', 'young']);
  for (let at = 0; at < KEPT_REPORTS; at += 1) {
    await putReport(
      db,
      ME,
      report(`next ${at}`, { question: about(10 + at), askedAt: NOW + 1 + at }),
    );
  }
  const kept = await ids();
  expect([kept.length, kept[0], kept.includes('new')]).toEqual([
    KEPT_REPORTS,
    `next ${KEPT_REPORTS - 1}`,
    false,
  ]);
});

it('is deleted on its own, and with its account', async () => {
  await putReport(db, ME, report('a'));
  await putReport(db, ME, report('b', { question: about(2) }));
  await putReport(db, OTHER, report('c'));
  await deleteReport(db, ME, 'a');
  expect(await ids()).toEqual(['b']);
  await forgetAccount(db, ME);
  expect([await ids(), await ids(OTHER), await db.count('reportCounts')]).toEqual([[], ['c'], 1]);
});

it('that cannot be read is counted, and left where it is', async () => {
  await db.put('reports', { account: ME, id: 'x', v: 99 });
  expect(await listReports(db, ME)).toEqual({ rows: [], unreadable: 1 });
  expect(await readReport(db, ME, 'x')).toBeNull();
  await putReport(db, ME, report('a'));
  expect(await db.count('reports')).toBe(2);
});
