import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Change } from '@/lib/core/base/change';
import { MAX_KEPT_FILE_BYTES } from '@/lib/core/base/limits';
import { fits, type KeptFile } from '@/lib/core/report/kept-file';
import type { Report } from '@/lib/core/report/report';
import type { ThirdPartyReport } from '@/lib/core/report/third-party';
import { forgetAccount } from '@/lib/store/accounts';
import {
  deleteKeptFile,
  keepThreshold,
  putKeptFile,
  readKeptFile,
  readKeptHead,
} from '@/lib/store/comparisons';
import { type Database, openDatabase } from '@/lib/store/database';
import { deleteReport, putReport } from '@/lib/store/reports';

import { NOW, question } from '../core/report/planned';

const [ME, OTHER] = ['me', 'other'];
let db: Database;
let told: Change[] = [];
let count = 0;
beforeEach(async () => {
  db = await openDatabase(`comparisons-${(count += 1)}`, (change) => void told.push(change));
  await putReport(db, ME, report('r1'));
  told = [];
});
afterEach(() => db.close());

const about = (id: number) => question({ about: { kind: 'line-item', id } });

function report(id: string, part: Partial<Report> = {}): Report {
  return {
    id,
    question: about(11),
    type: 'network_analytics',
    span: { first: '2026-11-13', last: '2026-11-14' },
    publisherId: null,
    askedAt: NOW,
    madeAt: null,
    closedUntil: null,
    rows: 0,
    unread: 0,
    counted: [],
    ...part,
  };
}

const placement = (counts: readonly (number | null)[], name = 'Home') => ({
  placement: name,
  placementId: null,
  impressions: { by: 'day' as const, first: '2026-11-13', counts: [...counts] },
});

const file = (placements: ThirdPartyReport['placements']): ThirdPartyReport => ({
  fileName: 'autumn.csv',
  adServer: 'cm360',
  span: { first: '2026-11-13', last: '2026-11-14' },
  timeZone: null,
  placements,
  leftOut: [{ row: 3, why: 'total' }],
});

function kept(part: Partial<KeptFile> = {}): KeptFile {
  return {
    id: 'r1',
    reading: 'first',
    fileName: 'autumn.csv',
    readAt: NOW,
    threshold: 10,
    dates: 'mdy',
    offer: {
      titles: [{ index: 0, title: 'Date' }],
      columns: { date: 0, impressions: 2 },
      choice: { date: 0 },
      alsoImpressions: [],
    },
    sheets: [{ name: 'Days', use: 'read' }],
    report: file([placement([5, null])]),
    ...part,
  };
}

const readingOf = async (id: string, account = ME) => {
  const head = await readKeptHead(db, account, id);
  return head === null || head === 'unreadable' ? head : head.reading;
};
const rowsKept = () => Promise.all([db.count('comparisons'), db.count('comparisonFiles')]);

describe('an ad server’s report beside one of Monetize', () => {
  it('is kept whole, for its account alone, and open pages hear of it', async () => {
    expect(await putKeptFile(db, ME, kept())).toBe('kept');
    expect(await readKeptFile(db, ME, 'r1')).toEqual(kept());
    expect([await readingOf('r1'), await readingOf('r1', OTHER)]).toEqual(['first', null]);
    expect(told).toEqual([{ what: 'comparisons', ids: ['r1'] }]);
  });

  it('takes the place of another one', async () => {
    await putKeptFile(db, ME, kept());
    await putKeptFile(db, ME, kept({ reading: 'second', report: file([]) }));
    expect(await readKeptFile(db, ME, 'r1')).toMatchObject({ reading: 'second' });
    expect(await rowsKept()).toEqual([1, 1]);
  });

  it('has another threshold, unless another reading is kept meanwhile', async () => {
    await putKeptFile(db, ME, kept());
    expect(await keepThreshold(db, ME, kept(), 15)).toBe(true);
    expect(await readKeptFile(db, ME, 'r1')).toEqual(kept({ threshold: 15 }));
    await putKeptFile(db, ME, kept({ reading: 'second' }));
    told = [];
    expect(await keepThreshold(db, ME, kept(), 20)).toBe(false);
    expect(await readKeptHead(db, ME, 'r1')).toMatchObject({ reading: 'second', threshold: 10 });
    expect(await keepThreshold(db, ME, kept({ id: 'none' }), 20)).toBe(false);
    expect(told).toEqual([]);
  });

  it('is forgotten, unless another reading is kept meanwhile', async () => {
    await putKeptFile(db, ME, kept({ reading: 'second' }));
    expect(await deleteKeptFile(db, ME, kept())).toBe(false);
    expect(await rowsKept()).toEqual([1, 1]);
    expect(await deleteKeptFile(db, ME, kept({ reading: 'second' }))).toBe(true);
    expect([await rowsKept(), await readKeptFile(db, ME, 'r1')]).toEqual([[0, 0], null]);
  });
});

describe('it goes', () => {
  it('with its report, and with none of others', async () => {
    await putReport(db, ME, report('r2', { question: about(2) }));
    await putKeptFile(db, ME, kept());
    await putKeptFile(db, ME, kept({ id: 'r2' }));
    await deleteReport(db, ME, 'r1');
    expect([await readingOf('r1'), await readingOf('r2')]).toEqual([null, 'first']);
    expect(await rowsKept()).toEqual([1, 1]);
  });

  it('with its account, and with nobody else’s', async () => {
    await putReport(db, OTHER, report('r1'));
    await putKeptFile(db, ME, kept());
    await putKeptFile(db, OTHER, kept());
    await forgetAccount(db, ME);
    expect([await readingOf('r1'), await readingOf('r1', OTHER)]).toEqual([null, 'first']);
    expect(await rowsKept()).toEqual([1, 1]);
  });

  it('nowhere when the same is asked again: it goes over to the newer report', async () => {
    await putKeptFile(db, ME, kept());
    await putReport(db, ME, report('days', { span: { first: '2026-11-01', last: '2026-11-02' } }));
    expect([await readingOf('r1'), await readingOf('days')]).toEqual(['first', null]);
    await putReport(db, ME, report('r2', { askedAt: NOW + 1 }));
    expect(await readKeptFile(db, ME, 'r2')).toEqual(kept({ id: 'r2' }));
    expect([await readingOf('r1'), await rowsKept()]).toEqual([null, [1, 1]]);
  });
});

describe('nothing is kept', () => {
  it('beside a report that is gone, or of whom has left', async () => {
    expect(await putKeptFile(db, ME, kept({ id: 'none' }))).toBe('gone');
    await forgetAccount(db, ME);
    expect(await putKeptFile(db, ME, kept())).toBe('gone');
    expect([await rowsKept(), told.filter(({ what }) => what === 'comparisons')]).toEqual([
      [0, 0],
      [],
    ]);
  });

  const most = MAX_KEPT_FILE_BYTES / 8;
  it.each<[string, number, string, boolean]>([
    ['as much as there may be', most - 2, '', true],
    ['a count more', most - 1, '', false],
    ['a longer name', most - 2, 'n', false],
  ])('that is too large: %s', async (_, counts, name, isKept) => {
    const report = file([
      placement(
        Array.from({ length: counts }, () => 1),
        name,
      ),
    ]);
    expect(fits(report)).toBe(isKept);
  });

  it('of one that is too large, and what was kept before stays', async () => {
    await putKeptFile(db, ME, kept());
    const large = file([placement(Array.from({ length: most + 1 }, () => 1))]);
    expect(await putKeptFile(db, ME, kept({ reading: 'large', report: large }))).toBe('too-large');
    expect(await readingOf('r1')).toBe('first');
  });
});

it('that cannot be read is said so, and is left where it is until another is kept', async () => {
  await putKeptFile(db, ME, kept());
  const whole = Object(await db.get('comparisons', [ME, 'r1']));
  await db.put('comparisons', { ...whole, threshold: 101 });
  expect([await readingOf('r1'), await readKeptFile(db, ME, 'r1')]).toEqual([
    'unreadable',
    'unreadable',
  ]);
  await db.put('comparisons', { ...whole, reading: 'of another' });
  expect(await readKeptFile(db, ME, 'r1')).toBe('unreadable');
  await db.delete('comparisonFiles', [ME, 'r1']);
  expect(await readKeptFile(db, ME, 'r1')).toBe('unreadable');
  await putKeptFile(db, ME, kept({ reading: 'second' }));
  expect(await readKeptFile(db, ME, 'r1')).toMatchObject({ reading: 'second' });
});

it('a full disk is said, and what was kept before stays', async () => {
  await putKeptFile(db, ME, kept());
  // As the disk refuses it: a row that cannot be written ends the whole transaction.
  const broken = kept({ reading: 'second' });
  Object.assign(broken.report, { fileName: () => '' });
  await expect(putKeptFile(db, ME, broken)).rejects.toThrow();
  expect(await readKeptFile(db, ME, 'r1')).toEqual(kept());
});

it('what is kept comes back as it was, whatever the counts are', async () => {
  const counts = fc.array(fc.option(fc.nat({ max: 2 ** 50 }), { nil: null }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(
      counts,
      fc.string(),
      fc.double({ min: 0, max: 100, noNaN: true }),
      async (list, name, threshold) => {
        const one = kept({ threshold, report: file([placement(list, name)]) });
        await putKeptFile(db, ME, one);
        expect(await readKeptFile(db, ME, 'r1')).toEqual(one);
      },
    ),
    { numRuns: 40 },
  );
});
