import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { checkSheetChoices, type SheetChoices } from '@/lib/core/tag-sheet/choices';
import { SHEET_COLUMNS } from '@/lib/core/tag-sheet/columns';
import type { SheetNote } from '@/lib/core/tag-sheet/notes';
import { placementRow, rowCells } from '@/lib/core/tag-sheet/placement-row';
import {
  countRows,
  instructionsTable,
  rowAt,
  rowsTable,
  tagsTable,
} from '@/lib/core/tag-sheet/sheet-table';
import { sheetWords } from '@/lib/text/sheets/sheet';

import { ADVERTISER, choices, order, server, tracker } from './build';

const cellsFor = (id: string, changes: Partial<SheetChoices> = {}) => {
  const all = choices(changes);
  return rowCells(placementRow(tracker(531), server(id), all), ADVERTISER, all, sheetWords);
};
const notesFor = (id: string, changes: Partial<SheetChoices> = {}): readonly SheetNote[] =>
  placementRow(tracker(531), server(id), choices(changes)).notes;

describe('the columns', () => {
  it('are those of the reference, in its order', () => {
    expect(SHEET_COLUMNS.map(({ title }) => title).join(' · ')).toBe(
      'Tracker ID · Tracker name · Advertiser · Line item · Publisher · Ad server · Site · ' +
        'Placement ID/name · Creative/ad name · Dimensions · Start · End · Format · ' +
        'Impression URL (bare) · Impression tag (image) · Impression tag (JavaScript) · ' +
        'Cachebuster macro · Cost macro + unit · Consent macros · Paste into · QA result · ' +
        'QA date · QA by · Notes',
    );
  });
});

describe('a row', () => {
  it('says everything of one tracker for one ad server', () => {
    const row = cellsFor('gam', {
      site: 'news.example',
      creative: 'Cup 300x250',
      dimensions: '300x250',
      start: '2026-12-01',
      end: 'open end',
    });
    expect(row).toMatchObject({
      trackerId: 531,
      trackerName: 'Harbour 531',
      advertiser: 'Harbour Coffee (700101)',
      lineItem: 'Autumn (11)',
      publisher: 'Tidewater News (3)',
      adServer: 'Google Ad Manager',
      site: 'news.example',
      placement: 'Front page 300x250 (44)',
      creative: 'Cup 300x250',
      dimensions: '300x250',
      start: { day: '2026-12-01' },
      end: 'open end',
      format: 'image / script',
      url: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%',
      image: [
        '<!-- Imp Tracker - Harbour 531 - DO NOT MODIFY -->',
        '<img src="https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%" width="1" height="1" />',
        '<!-- End of Imp Tracker -->',
      ].join('\n'),
      cachebuster: '%%CACHEBUSTER%%',
      cost: 'none',
      consent: 'none',
      qaResult: null,
      notes: 'The bare URL has t=2: it answers with an image.',
    });
    expect(row.javascript).toContain('<script src="https://ib.adnxs.com/imptr?id=531&t=1&');
    expect(row.pasteInto).toContain('Set impression tracking URLs');
  });

  const URL = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%';
  it.each([
    [URL.length - 1, true],
    [URL.length, false],
    [URL.length + 1, false],
  ])('whose ad server takes %i characters notes that its URL is too long: %s', (limit, wanted) => {
    const short = { ...server('gam'), maxLength: limit };
    const { tags, notes } = placementRow(tracker(531), short, choices());
    expect(tags.url).toBe(URL);
    expect(notes.some(({ code }) => code === 'url-too-long')).toBe(wanted);
  });

  it('names all placements where the tracker has none', () => {
    const row = placementRow(tracker(531, { placement: null }), server('gam'), choices());
    const cells = rowCells(row, ADVERTISER, choices(), sheetWords);
    expect(cells.placement).toBe('All placements');
  });

  it.each([
    ['cm360', { url: true, image: false, javascript: false }, 'image'],
    ['kevel', { url: true, image: true, javascript: true }, 'image / script'],
    ['flashtalking', { url: true, image: false, javascript: true }, 'image / script'],
    ['equativ-activation', { url: true, image: true, javascript: true }, 'image / script'],
    ['broadstreet', { url: true, image: true, javascript: true }, 'image / script'],
  ])('of %s has only the forms its field takes', (id, forms, format) => {
    const row = cellsFor(id);
    expect({
      url: row.url !== null,
      image: row.image !== null,
      javascript: row.javascript !== null,
    }).toEqual(forms);
    expect(row.format).toBe(format);
  });

  it.each(AD_SERVERS.map((it) => [it.id] as const))('of %s gives a reason for each gap', (id) => {
    const row = cellsFor(id);
    const gaps = [row.url, row.image, row.javascript].filter((cell) => cell === null);
    const reasons = notesFor(id).filter(({ code }) => code === 'form-left-out');
    expect(reasons).toHaveLength(gaps.length);
    if (server(id).cachebuster === null) expect(row.notes).toMatch(/cachebuster/);
  });
});

describe('cost', () => {
  it.each([
    ['gam', {}, 'none', []],
    ['gam', { withCost: true }, 'none', ['cost-unknown']],
    ['getintent', { withCost: true }, '[[COST]] (per impression', ['cost-overrides']],
    ['adbutler', { withCost: true }, 'none', ['cost-left-out']],
    ['xandr', { withCost: true }, 'none', ['cost-left-out']],
    ['adbutler', { withCost: true, costIsPerImpression: true }, '[CPM] (CPM', ['cost-overrides']],
    ['gam', { withCost: true, cost: '0.0025' }, '0.0025', ['cost-overrides']],
  ] as const)('of %s with %o is %s', (id, changes, shown, codes) => {
    const row = cellsFor(id, changes);
    expect(String(row.cost)).toContain(shown);
    expect(
      notesFor(id, changes)
        .map(({ code }) => code)
        .filter((code) => code.startsWith('cost')),
    ).toEqual(codes);
    expect(String(row.url).includes('ancost=')).toBe(shown !== 'none');
  });
});

describe('consent and redirect', () => {
  it('puts in the macros the ad server has, and the redirect last', () => {
    const row = cellsFor('cm360', { withConsent: true, redir: 'https://other.example/p?a=1' });
    expect(row.consent).toBe('gdpr=${GDPR}, gdpr_consent=${GDPR_CONSENT_32}');
    expect(row.url).toMatch(/gdpr_consent=\$\{GDPR_CONSENT_32\}&redir=https:\/\/other\.example/);
  });

  it('says where no consent macro is known', () => {
    expect(notesFor('gam', { withConsent: true })).toContainEqual({ code: 'consent-unknown' });
  });
});

describe('notes', () => {
  it.each([
    [
      'an inactive tracker',
      () => placementRow(tracker(1, { state: 'inactive' }), server('gam'), choices()),
      'tracker-inactive',
    ],
    [
      'macros nobody documented',
      () => placementRow(tracker(1), server('sizmek'), choices()),
      'check-with-ad-server',
    ],
    [
      'a URL too long for its field',
      () =>
        placementRow(
          tracker(1),
          server('gam'),
          choices({ redir: `https://x.example/${'a'.repeat(1100)}` }),
        ),
      'url-too-long',
    ],
    [
      'a place where nothing is replaced',
      () => placementRow(tracker(1), server('none'), choices()),
      'never-expands',
    ],
  ] as const)('speak of %s', (_, build, code) => {
    expect(build().notes.map((note) => note.code)).toContain(code);
  });
});

describe('the sheet', () => {
  it('has the block, an empty row, the header and a row for each tracker and ad server', () => {
    const { rows, headerRow } = tagsTable(
      order({ choices: choices({ campaign: 'Winter', author: 'M. Okoro' }) }),
      sheetWords,
    );
    expect(rows.slice(0, headerRow)).toEqual([
      ['Impression tag sheet'],
      ['Advertiser', 'Harbour Coffee (700101)'],
      ['Campaign', 'Winter'],
      ['Author', 'M. Okoro'],
      ['Date', { day: '2026-11-24' }],
      ['Version', '1'],
      [],
    ]);
    expect(rows.slice(headerRow + 1).map((row) => [row[0], row[5]])).toEqual([
      [531, 'Google Ad Manager'],
      [531, 'Google Campaign Manager 360'],
      [532, 'Google Ad Manager'],
      [532, 'Google Campaign Manager 360'],
    ]);
  });

  it('counts and shows single rows without building the rest', () => {
    expect(countRows(order())).toBe(4);
    expect(rowAt(order(), 3)?.tracker.id).toBe(532);
    expect(rowAt(order(), 3)?.server.id).toBe('cm360');
    expect(rowAt(order(), 4)).toBeNull();
    expect(rowAt(order({ servers: [] }), 0)).toBeNull();
    expect(rowsTable(order(), sheetWords).rows).toHaveLength(5);
  });

  it('explains every column', () => {
    const { rows } = instructionsTable(sheetWords);
    const explained = rows.slice(1, 1 + SHEET_COLUMNS.length);
    expect(explained.map(([title]) => title)).toEqual(SHEET_COLUMNS.map(({ title }) => title));
    expect(explained.every(([, text]) => String(text).length > 8)).toBe(true);
    expect(JSON.stringify(rows)).toMatch(/redir stays last/);
    expect(JSON.stringify(rows)).toMatch(/formula bar/);
  });
});

describe('choices', () => {
  it.each([
    [{}, 1, []],
    [{ withCost: true, cost: '2,50' }, 1, ['cost-not-a-number']],
    [{ withCost: true, cost: '[[COST]]' }, 1, []],
    [{ cost: '2,50' }, 1, []],
    [{ redir: 'http://x.example' }, 1, ['redir-not-https']],
    [{ redir: '%%REDIR%%' }, 1, []],
    [{ start: '2026-12-02', end: '2026-12-01' }, 1, ['end-before-start']],
    [{}, 50_001, ['too-many-rows']],
  ] as const)('%o for %i rows: %o', (changes, count, problems) => {
    expect(checkSheetChoices(choices(changes), count)).toEqual(problems);
  });
});
