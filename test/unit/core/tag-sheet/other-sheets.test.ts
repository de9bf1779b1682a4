import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import type { SheetContext } from '@/lib/core/tag-sheet/read/checked';
import { checkRow } from '@/lib/core/tag-sheet/read/read-sheet';
import { createTagSheetReader } from '@/lib/core/tag-sheet/read/sheet-reader';
import { readTableFile } from '@/lib/files/read-file';

const URL = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=[timestamp]';
const IMAGE = `"<img src=""${URL}"" width=""1"" height=""1"" />"`;

/** The sheet that a CSV is, with every row judged. */
function open(csv: string, more: Partial<SheetContext> = {}) {
  const reader = createTagSheetReader();
  readTableFile(new TextEncoder().encode(csv).buffer, reader);
  const sheet = reader.finish();
  const context = { servers: AD_SERVERS, costIsPerImpression: false, ...more };
  const rows = sheet.rows.flatMap((_, index) => checkRow(sheet, index, context) ?? []);
  return { header: sheet.header, rows };
}
const titlesIn = (csv: string) => open(csv).header.tagColumns.map(({ title }) => title);

describe('a column whose cells hold trackers’ addresses is the one for tags', () => {
  it.each([
    'Impression Tracker',
    'URL',
    'ThirdPartyImpressionPixel',
    'Impression Pixel',
    '1x1',
    '1 x 1 Pixel',
    'Tracking Pixel',
    '3rd Party Impression Tracker',
    'Third-Party Impression Tracking URL',
    'IMP Tag',
    'Impression Tag (1x1)',
    'View Tag',
    'Pixel Code',
    'Tag Code',
    'HTML',
    'Snippet',
    'Xandr imptr',
    'Monetize tracker',
    'Impression-Tracker (Bild)',
    'Pixel d’impression',
    'Trafficking link',
    'インプレッションタグ',
    '???',
    'Beacon',
  ])('“%s”', (title) => {
    const { rows } = open(
      `Placement Name,${title},Click Tracker\nHome,${URL},https://c.example/\n`,
    );
    expect(titlesIn(`Site,${title}\nx,${URL}`)).toEqual([title]);
    expect(rows).toEqual([expect.objectContaining({ row: 2, trackerId: 531, placement: 'Home' })]);
  });

  it('by whatever it is called, in whatever form its tags are', () => {
    const csv = `A,B,C\n1,${URL},${IMAGE}\n2,,${IMAGE}\n`;
    expect(titlesIn(csv)).toEqual(['B', 'C']);
    expect(open(csv).rows.map(({ row, trackerId }) => [row, trackerId])).toEqual([
      [2, 531],
      [3, 531],
    ]);
  });

  it('where no row names the columns', () => {
    const { header, rows } = open(`Home,${URL}\nNews,${URL.replace('531', '532')}\n`);
    expect(header).toMatchObject({ row: -1, tagColumns: [{ index: 1, title: 'B', form: 'any' }] });
    expect(rows.map(({ row, trackerId }) => [row, trackerId])).toEqual([
      [1, 531],
      [2, 532],
    ]);
  });

  it('below a block of something else', () => {
    const csv = `Campaign,Summer\nAgency,Acme\n\nPlacement,Tracker for the pixel field\nHome,${URL}\n`;
    expect(open(csv).header).toMatchObject({ row: 3 });
    expect(open(csv).rows).toEqual([expect.objectContaining({ row: 5, placement: 'Home' })]);
  });

  it.each([';', '\t', '|'])('cut by “%s”', (delimiter) => {
    const csv = ['Where', 'What', 'Else'].join(delimiter).concat('\n');
    expect(titlesIn(csv + ['Home', URL, 'x'].join(delimiter))).toEqual(['What']);
    expect(titlesIn(csv + [URL, 'Home', 'x'].join(delimiter))).toEqual(['Where']);
  });

  it.each([
    ['a note that quotes a tag', `Impression URL,Placement,Notes\n${URL},Home,was ${URL}\n`],
    [
      'a pixel of somebody else',
      `Impression URL,Placement,DV Pixel\n${URL},Home,https://dv.example\n`,
    ],
  ])('and no other: %s', (_, csv) => {
    expect(titlesIn(csv)).toEqual(['Impression URL']);
  });

  it('is held against what its title says', () => {
    const codes = (title: string) =>
      open(`Site,${title}\nx,${IMAGE}\n`).rows.flatMap(({ findings }) =>
        findings.map(({ code }) => code),
      );
    expect(codes('Impression pixel URL')).toContain('html-in-url-field');
    expect(codes('Impression pixel')).toEqual([]);
  });
});

describe('other columns by their usual names', () => {
  it.each([
    ['Adserver', 'adServer', 'DCM', 'Google Campaign Manager 360'],
    ['3P Ad Server', 'adServer', 'gam', 'Google Ad Manager'],
    ['Serving Platform', 'adServer', 'Campaign Manager 360', 'Google Campaign Manager 360'],
    ['Placement Description', 'placement', 'Home', 'Home'],
    ['Package/Placement', 'placement', 'Home', 'Home'],
    ['Pixel Name', 'trackerName', 'Mine', 'Mine'],
  ] as const)('“%s”', (title, key, text, wanted) => {
    const [row] = open(`${title},Tag\n${text},${URL}\n`).rows;
    expect(row).toMatchObject({ [key]: wanted });
  });

  it('an ad server by its usual name has its rules', () => {
    const csv = `Ad server,Placement,Impression URL\nCampaign Manager 360,A,${URL}\nAd Manager,B,${URL.replace('[timestamp]', '%n')}\nWhoever,C,${URL}\n`;
    const found = open(csv).rows.map(({ findings, repairs }) => [
      findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code),
      repairs[0]?.text.split('=').at(-1),
    ]);
    expect(found).toEqual([
      [['placeholder-left'], '%n'],
      [['macro-wrong-server'], '%%CACHEBUSTER%%'],
      [['ad-server-unknown'], undefined],
    ]);
  });
});

it('a file without any is none', () => {
  const csv = 'Placement,Click tracker\nHome,https://ib.adnxs.com/clktrb?id=9\n';
  expect(() => open(csv)).toThrow('no-header');
});

describe('a row whose tracker is inactive', () => {
  const trackers = new Map([
    [531, { name: 'Harbour', state: 'inactive' as const }],
    [532, { name: 'Tidewater', state: 'active' as const }],
  ]);
  const inactiveIn = (csv: string, more: Partial<SheetContext> = { trackers }) =>
    open(csv, more).rows.flatMap(({ verdict, findings }) =>
      findings.flatMap(({ code, address, values }) =>
        code === 'row-tracker-inactive' ? [[verdict, address, values.id, values.name]] : [],
      ),
    );
  it.each([
    ['named by its id', `Tracker ID,Tag\n531,${URL}`, [['warning', 'A2', '531', 'Harbour']]],
    ['named by its tag alone', `Site,Tag\nx,${URL}`, [['warning', 'B2', '531', 'Harbour']]],
    [
      'whose id is empty',
      `Tracker ID,Tag\n,${URL}\n532,${URL.replace('531', '532')}`,
      [['warning', 'B2', '531', 'Harbour']],
    ],
    ['an active one', `Tracker ID,Tag\n532,${URL.replace('531', '532')}`, []],
    ['one that is not known', `Tracker ID,Tag\n9,${URL.replace('531', '9')}`, []],
  ])('%s', (_, csv, said) => {
    expect(inactiveIn(csv)).toEqual(said);
  });
  it('nothing is said where no tracker is known', () => {
    expect(inactiveIn(`Tracker ID,Tag\n531,${URL}`, {})).toEqual([]);
  });
});
