import readXlsxFile from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';

import { caseSheets, caseTable } from '@/lib/core/report/case-file/case-sheets';
import {
  type Case,
  type CaseTracker,
  MISSING,
  missingForCase,
} from '@/lib/core/report/case-file/missing';
import { isUtc } from '@/lib/core/report/case-file/utc';
import { reconcile } from '@/lib/core/report/reconcile/reconcile';
import type { ThirdPartyPlacement } from '@/lib/core/report/third-party';
import { writeCsv } from '@/lib/files/write-csv';
import { writeXlsx } from '@/lib/files/write-xlsx';
import { caseFileText, caseWords, missingText } from '@/lib/text/reports/case-file';

import { daily, placement, TODAY } from './build';

const TUPLE = { lineItemId: 11, publisherId: 3, placementId: 0, paymentRuleId: null };
const SEGMENTS = [
  { device: 'Phone', system: 'Android', impressions: daily('2026-11-01', [1500, null]) },
  { device: 'Desktop', system: 'Windows', impressions: daily('2026-11-01', [500, 3000]) },
];
const WHOLE: ThirdPartyPlacement = {
  ...placement('=HYPERLINK("https://evil.example")', daily('2026-11-01', [2000, 3000]), '411'),
  segments: SEGMENTS,
};

interface Changes {
  readonly counts?: readonly (number | null)[];
  readonly first?: string;
  readonly ids?: readonly number[];
  readonly tuple?: CaseTracker['tuple'];
  readonly placements?: readonly ThirdPartyPlacement[];
}

function caseTracker({
  counts = [1000, 2000],
  first = '2026-11-01',
  ids = [531],
  tuple = TUPLE,
  placements = [WHOLE],
}: Changes = {}): CaseTracker {
  const impressions = daily(first, counts);
  const [reconciled] = reconcile(
    [{ trackerIds: ids, tuple: TUPLE, impressions }],
    placements.map((at) => ({ kind: 'matched', at, trackerId: 531, by: 'hand' })),
    { threshold: 10, fewest: 1000 },
  );
  if (!reconciled) throw new Error('nothing');
  return {
    reconciled,
    tuple,
    names: ids.map((id) => `@Harbour ${id}`),
    placements: [...placements],
  };
}

const filed = (tracker: Changes = {}, changes: Partial<Case> = {}): Case => ({
  trackers: [caseTracker(tracker)],
  countedZone: 'UTC',
  thirdPartyZone: 'Etc/UTC',
  threshold: 10,
  today: TODAY,
  ...changes,
});
const codes = (one: Case) => missingForCase(one).map(({ code }) => code);
const old = (first: string, counts: readonly number[]) => [
  { ...WHOLE, impressions: daily(first, counts) },
];

describe('what a case has not', () => {
  it('is nothing but what Monetize never tells, where all is there', () => {
    expect(codes(filed())).toEqual(['counted-device']);
  });

  it.each([
    ['not-compared', filed({ counts: [null, null] })],
    ['few', filed({ placements: [{ ...WHOLE, impressions: daily('2026-11-01', [9, 9]) }] })],
    ['not-over', filed({ counts: [1900, 2900] })],
    ['too-old', filed({ first: '2026-07-01', placements: old('2026-07-01', [2000, 3000]) })],
    ['partly-old', filed({ first: '2026-08-28', placements: old('2026-08-28', [2000, 3000]) })],
    ['gaps', filed({ counts: [1000] })],
    ['counted-zone', filed({}, { countedZone: 'Europe/Berlin' })],
    ['third-party-zone', filed({}, { thirdPartyZone: 'America/New_York' })],
    ['zone-unknown', filed({}, { thirdPartyZone: null })],
    ['one-of-several', filed({ ids: [531, 532] })],
    ['no-line-item', filed({ tuple: { ...TUPLE, lineItemId: null } })],
    ['no-publisher', filed({ tuple: { ...TUPLE, publisherId: null } })],
    ['no-placement', filed({ tuple: { ...TUPLE, placementId: null } })],
    ['no-third-party-id', filed({ placements: [{ ...WHOLE, placementId: null }] })],
    [
      'no-device',
      filed({
        placements: [{ ...WHOLE, segments: SEGMENTS.map((one) => ({ ...one, device: null })) }],
      }),
    ],
    [
      'no-system',
      filed({
        placements: [{ ...WHOLE, segments: SEGMENTS.map((one) => ({ ...one, system: null })) }],
      }),
    ],
  ] as const)('%s', (code, one) => {
    const found = codes(one);
    expect(found).toEqual([code, 'counted-device']);
  });

  it('is said with the days it is about', () => {
    const [first] = missingForCase(
      filed({ first: '2026-08-28', placements: old('2026-08-28', [2000, 3000]) }),
    );
    expect(first).toEqual({ code: 'partly-old', trackerIds: [531], days: 1 });
    expect(first && missingText(first).sentence).toBe(
      'The file has 1 day of more than 90 days ago.',
    );
  });

  it('has a sentence and a next step, each another', () => {
    const said = MISSING.map((code) => missingText({ code, trackerIds: [531], days: 2 }));
    expect(new Set(said.map(({ sentence }) => sentence)).size).toBe(MISSING.length);
    for (const { next } of said) expect(next).toMatch(/^[A-Z].*\.$/);
    expect(caseFileText.hint).toContain('daily rows');
  });

  it.each([
    ...[
      'UTC',
      'Etc/UTC',
      'GMT',
      'Z',
      'utc+0',
      'GMT+00:00',
      'Coordinated Universal Time',
      '(UTC) Coordinated Universal Time',
    ].map((zone) => [zone, true] as const),
    ...['Europe/London', 'GMT+1', 'Etc/GMT+5', 'America/New_York', '', 'UTC-05:00', 'WET'].map(
      (zone) => [zone, false] as const,
    ),
  ])('%s is UTC: %s', (zone, is) => expect(isUtc(zone)).toBe(is));
});

describe('the case file, read back by another library', () => {
  const read = async (one: Case) => {
    const sheets = caseSheets(one, missingForCase(one), caseWords);
    const file = await (await writeXlsx(sheets)).arrayBuffer();
    return new Map((await readXlsxFile(file)).map(({ sheet, data }) => [sheet, data] as const));
  };

  it('has every column that is asked for, by day', async () => {
    const [titles = [], first = []] = (await read(filed())).get('Days') ?? [];
    const row = Object.fromEntries(titles.map((title, at) => [String(title), first[at]]));
    expect(row).toEqual({
      Day: new Date('2026-11-01T00:00:00Z'),
      'Tracker ID': '531',
      'Tracker name': "'@Harbour 531",
      'Line item ID': 11,
      'Publisher ID': 3,
      'Placement ID': 0,
      'Payment rule ID': null,
      'Ad server placement ID': '411',
      'Ad server placement': '\'=HYPERLINK("https://evil.example")',
      'Microsoft impressions': 1000,
      'Ad server impressions': 2000,
      Difference: 1000,
      'Discrepancy %': 50,
    });
  });

  it('has the formula, both zones, the sums and what is missing', async () => {
    const summary = (await read(filed({}, { thirdPartyZone: null }))).get('Summary') ?? [];
    const texts = summary.map((cells) =>
      cells
        .filter((cell) => cell !== null)
        .map(String)
        .join(' | '),
    );
    expect(texts).toContain('Formula | (1 − Microsoft ÷ third party) × 100');
    expect(texts).toContain('Time zone, ad server | not said');
    expect(texts).toContain('Missing | The ad server’s file does not say its time zone.');
    expect(texts.at(-1)).toBe("531 | '@Harbour 531 | 3000 | 5000 | 2000 | 40");
  });

  it('maps ids, and tells devices where they are known', async () => {
    const sheets = await read(filed());
    expect(sheets.get('Ids')?.[1]?.slice(0, 4)).toEqual(['531', "'@Harbour 531", 11, 3]);
    const devices = sheets.get('Devices') ?? [];
    expect(devices.slice(1).map((row) => row.slice(4))).toEqual([
      ['Phone', 'Android', 1500],
      ['Desktop', 'Windows', 500],
      ['Desktop', 'Windows', 3000],
    ]);
    const { segments: _, ...plain } = WHOLE;
    expect((await read(filed({ placements: [plain] }))).has('Devices')).toBe(false);
    expect((await read(filed({ placements: [] }))).get('Ids')).toHaveLength(2);
  });

  it('says nothing as a zero that is not known', async () => {
    const rows = (await read(filed({ counts: [null, 2000] }))).get('Days') ?? [];
    expect(rows[1]?.slice(-4)).toEqual([null, 2000, null, null]);
  });

  it('is a CSV without a formula', () => {
    const csv = writeCsv(caseTable(filed(), caseWords));
    expect(csv).toContain('2026-11-01,531');
    for (const cell of csv.split(/,|\r\n/)) expect(cell).not.toMatch(/^"?[=+\-@]/);
  });
});
