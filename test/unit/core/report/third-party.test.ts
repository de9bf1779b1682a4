import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';

import {
  chooseReportColumn,
  type ReportColumnMemory,
  ReportColumnMemorySchema,
} from '@/lib/core/report/third-party/columns';
import { NoReportError } from '@/lib/core/report/third-party/sheet-reader';
import { ThirdPartyReportSchema } from '@/lib/core/report/third-party';
import { rememberColumns } from '@/lib/core/table/column-memory';
import {
  askOrderText,
  leftOutText,
  reportColumnText,
  reportProblemText,
  sheetUseText,
  thirdPartyText,
} from '@/lib/text/reports/third-party';

import { runs } from '../../runs';
import { countsIn, csv, readFile, reportOf, sheetsOf, sum } from './build';

const CM360 = csv(
  'Daily delivery',
  'Date/Time Generated,11/20/2026 10:15',
  'Report Time Zone,America/New_York',
  'Account ID,1234',
  'Date Range,11/1/2026 - 11/3/2026',
  'MRC Accredited Metrics,Tracking ads are not accredited',
  '',
  'Report Fields',
  'Campaign,Site (CM360),Placement ID,Placement,Date,Impressions,Clicks',
  'Autumn,Tidewater,411,Front page 300x250,2026-11-01,"1,200",3',
  'Autumn,Tidewater,411,Front page 300x250,2026-11-02,"1,300",1',
  'Autumn,Tidewater,412,Total Wine 728x90,2026-11-01,50,0',
  'Autumn,Tidewater,412,Total Wine 728x90,2026-11-03,70,0',
  'Grand Total:,---,---,---,---,"2,620",4',
);
const GAM = csv(
  'Report name: Harbour',
  'Time zone: Europe/Berlin',
  'Date,Line item,Line item ID,Creative,Ad server impressions,Total impressions',
  '"Nov 1, 2026",Front,9001,Square,900,950',
  '"Nov 1, 2026",Front,9001,Wide,100,100',
  '"Nov 2, 2026",Front,9001,Square,800,801',
  'Total,,,,"1,800","1,851"',
);
const KEVEL = csv(
  'Date,Flight,Flight Id,Ad,Impressions,Clicks',
  '11/13/2026,Front,77,Square,10,0',
  '11/14/2026,Front,77,Square,12,0',
);
const ADFORM = csv(
  'Adform Campaign Report',
  'Datum;Placement;Tracked impressions',
  '01.11.2026;Front;1.234',
  '02.11.2026;Front;2.000',
  'Summe;;3.234',
);

describe('reports as ad servers export them', () => {
  it.each([
    [
      'CM360',
      CM360,
      'cm360',
      'America/New_York',
      { 'Front page 300x250': [1200, 1300], 'Total Wine 728x90': [50, null, 70] },
    ],
    ['Ad Manager', GAM, 'gam', 'Europe/Berlin', { Front: [1000, 800] }],
    ['Kevel', KEVEL, 'kevel', null, { Front: [10, 12] }],
    ['Adform', ADFORM, 'adform', null, { Front: [1234, 2000] }],
    [
      'an unknown one',
      csv('Day\tPlacement\tImpressions', '2026-11-01\tA\t7'),
      null,
      null,
      { A: [7] },
    ],
    [
      'one in UTC by its title',
      csv('Date (UTC),Placement,Impressions', '2026-11-01,A,7'),
      null,
      'UTC',
      { A: [7] },
    ],
    [
      'one of two by its marks',
      csv('CM360 and DFP', 'Day,Placement,Impressions', '2026-11-01,A,7'),
      null,
      null,
      { A: [7] },
    ],
  ])('%s', (_, file, adServer, timeZone, counts) => {
    const report = reportOf(file);
    expect(report).toMatchObject({ adServer, timeZone });
    expect(countsIn(report)).toEqual(counts);
    expect(ThirdPartyReportSchema.safeParse(report).success).toBe(true);
  });

  it('have every column that is looked for by the name that a person reads', () => {
    const titles = Object.values(reportColumnText);
    const [sheet] = sheetsOf(csv(titles.join(), '2026-11-01,5,A,77,9,Phone,iOS'));
    expect(sheet?.header.columns.map(([column]) => reportColumnText[column]).toSorted()).toEqual(
      titles.toSorted(),
    );
  });

  it('say their days, and ids where they have them', () => {
    const { span, placements } = reportOf(CM360);
    expect(span).toEqual({ first: '2026-11-01', last: '2026-11-03' });
    expect(placements.map(({ placementId }) => placementId)).toEqual(['411', '412']);
  });

  it.each([
    ['Datum;Platzierung;Impressionen', '2026-11-01;A;7'],
    ['Jour;Emplacement;Impressions', '2026-11-01;A;7'],
    ['Fecha,Ubicación,Impresiones', '2026-11-01,A,7'],
    ['Data,Line item,Total line item level impressions', '2026-11-01,A,7'],
    ['DAY|AD NAME|SERVED_IMPRESSIONS', '2026-11-01|A|7'],
    ['Day,Creative ID,Imps', '2026-11-01,A,7'],
    ['Impressions,Placement,Viewable impressions,Date', '7,A,3,2026-11-01'],
  ])('are known by titles: %s', (titles, row) => {
    expect(countsIn(reportOf(csv(titles, row)))).toEqual({ A: [7] });
  });

  it('take no count of something else for impressions', () => {
    expect(() => sheetsOf(csv('Date,Placement,Viewable impressions', '2026-11-01,A,7'))).toThrow(
      NoReportError,
    );
  });

  it('say which other columns count impressions', () => {
    const [sheet] = sheetsOf(GAM);
    const titles = sheet?.offer.alsoImpressions.map(({ title }) => title) ?? [];
    expect(titles).toEqual(['Total impressions']);
    expect(thirdPartyText.alsoImpressions(titles)).toContain('“Total impressions”');
  });
});

describe('rows that are no figures', () => {
  const withRow = (row: string) =>
    reportOf(csv('Site,Date,Placement,Impressions', 'X,2026-11-01,A,7', 'X,2026-11-02,A,8', row));
  it.each([
    ['Grand Total:,,,15', 'total'],
    ['Total,2026-11-02,A,15', 'total'],
    ['X,Total,,15', 'total'],
    ['X,2026-11-01 Total,,7', 'total'],
    ['X,,A Total,15', 'total'],
    ['X,2026-11-02,Subtotal,15', 'total'],
    ['Gesamtsumme,,,15', 'total'],
    [',,,15', 'no-date'],
    ['All figures are estimates,,,', 'no-date'],
    ['X,2026-11-02,,8', 'no-placement'],
    ['X,2026-11-02,---,8', 'no-placement'],
    ['X,2026-02-30,A,8', 'no-date'],
  ])('%s is left out: %s', (row, why) => {
    const report = withRow(row);
    expect(report.leftOut).toEqual([{ row: 3, why }]);
    expect(countsIn(report)).toEqual({ A: [7, 8] });
    expect(leftOutText(report)).toMatch(/^Left out: 1 /);
  });

  it('make their day unknown where the count cannot be read', () => {
    const report = withRow('X,2026-11-02,A,n/a');
    expect(report.leftOut).toEqual([{ row: 3, why: 'no-count' }]);
    expect(countsIn(report)).toEqual({ A: [7, null] });
  });

  it('are counted where they are too many to be listed', () => {
    const lines = Array.from({ length: 1200 }, () => 'Total,,,1');
    const report = reportOf(csv('Site,Date,Placement,Impressions', 'X,2026-11-01,A,7', ...lines));
    expect([report.leftOut.length, report.leftOutMore]).toEqual([1000, 200]);
  });

  it('take in a placement that is called so', () => {
    expect(countsIn(withRow('X,2026-11-02,Total Wine,5'))).toEqual({
      A: [7, 8],
      'Total Wine': [5],
    });
  });
});

describe('what a file leaves open is asked', () => {
  const OPEN = csv('Date,Placement,Impressions', '02/03/2026,A,7', '05/06/2026,A,8');
  it('day or month first, and the answer is taken', () => {
    expect(readFile(OPEN)).toMatchObject({ kind: 'ask-order', example: '02/03/2026' });
    expect(readFile(OPEN, [], 'dmy')).toMatchObject({ report: { span: { first: '2026-03-02' } } });
    expect(readFile(OPEN, [], 'mdy')).toMatchObject({ report: { span: { first: '2026-02-03' } } });
    expect(askOrderText('02/03/2026').sentence).toContain('02/03/2026');
  });
  it('and remembered for files with the same titles, but not against their dates', () => {
    const fingerprint = sheetsOf(OPEN)[0]?.offer.fingerprint ?? '';
    const memory: ReportColumnMemory = [{ fingerprint, choice: { columns: [], dateOrder: 'dmy' } }];
    expect(readFile(OPEN, memory)).toMatchObject({ report: { span: { first: '2026-03-02' } } });
    const sure = csv('Date,Placement,Impressions', '02/13/2026,A,7');
    expect(readFile(sure, memory)).toMatchObject({ report: { span: { first: '2026-02-13' } } });
  });
  it('the columns, by hand, and they are remembered', () => {
    const file = csv('Wann,Wo,Wieviel', '2026-11-01,A,7', '2026-11-02,A,8');
    const refused = offerOf(file);
    let choice = chooseReportColumn(null, 'date', 0);
    choice = chooseReportColumn(choice, 'placement', 1);
    choice = chooseReportColumn(choice, 'impressions', 2);
    const memory = rememberColumns([], refused.fingerprint, choice);
    expect(ReportColumnMemorySchema.parse(memory)).toEqual(memory);
    expect(readFile(file, memory)).toMatchObject({ kind: 'read', report: { leftOut: [] } });
  });
  it('whether a file without placements is of one', () => {
    const file = csv('Date,Impressions', '2026-11-01,7');
    const { fingerprint } = offerOf(file);
    const choice = chooseReportColumn(null, 'placement', null);
    const read = readFile(file, rememberColumns([], fingerprint, choice));
    expect(read).toMatchObject({ report: { placements: [{ placement: 'report.csv' }] } });
  });
  function offerOf(file: string) {
    try {
      sheetsOf(file);
    } catch (error) {
      if (error instanceof NoReportError && error.offer) return error.offer;
    }
    throw new Error('it was read');
  }
  it.each([
    ['no-days', ['Total,A,7']],
    ['mixed-dates', ['13/11/2026,A,7', '11/13/2026,A,7']],
    ['too-long', ['2026-11-01,A,7', '2062-11-01,A,7']],
  ] as const)('or refused: %s', (problem, rows) => {
    expect(readFile(csv('Date,Placement,Impressions', ...rows))).toMatchObject({
      kind: 'refused',
      problem,
    });
    expect(reportProblemText[problem].next).not.toBe('');
  });
});

describe('hours', () => {
  const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
  it.each([
    [
      'in a column of their own',
      'Date,Hour,Placement,Impressions',
      (hour: number) => `2026-11-01,${hour},`,
    ],
    ['with the day', 'Date,Placement,Impressions', (hour: number) => `2026-11-01 ${hour}:00,`],
    [
      'with the day, midnight without',
      'Date,Placement,Impressions',
      (hour: number) => `11/15/2026${hour ? ` ${hour}:00` : ''},`,
    ],
  ])('are read %s', (_, titles, at) => {
    const report = reportOf(csv(titles, ...HOURS.map((hour) => `${at(hour)}A,${hour}`)));
    expect(report.placements[0]?.impressions).toMatchObject({ by: 'hour', counts: HOURS });
  });
  it('without a row are none where the file has others of that hour, else not known', () => {
    const { placements } = reportOf(
      csv(
        'Date,Hour,Placement,Impressions',
        '2026-11-01,4,A,1',
        '2026-11-01,5,B,2',
        '2026-11-01,x,B,2',
      ),
    );
    const [a] = placements;
    expect(a?.impressions.first).toBe('2026-11-01 00');
    expect(a?.impressions.counts.slice(3, 7)).toEqual([null, 1, 0, null]);
  });
});

describe('workbooks', () => {
  const row = (day: Date | string, name: string, count: number | string) =>
    [day, name, count].map((value) =>
      value instanceof Date ? { value, format: 'dd/mm/yyyy' } : { value },
    );
  const TITLES = row('Date', 'Placement', 'Impressions');
  const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 10, day, hour));
  const workbook = async (...sheets: { sheet: string; data: ReturnType<typeof row>[] }[]) =>
    (await writeXlsxFile(sheets).toBlob()).arrayBuffer();

  it('have real days and hours', async () => {
    const data = [TITLES, row(at(2), 'A', 7), row(at(3), 'A', 8)];
    expect(countsIn(reportOf(await workbook({ sheet: 'Days', data })))).toEqual({ A: [7, 8] });
    const hourly = [TITLES, row(at(2), 'A', 7), row(at(2, 5), 'A', 8)];
    const [only] = reportOf(await workbook({ sheet: 'Hours', data: hourly })).placements;
    expect([
      only?.impressions.by,
      only?.impressions.counts[0],
      only?.impressions.counts[5],
    ]).toEqual(['hour', 7, 8]);
  });

  it('of several parts are one; what is told twice is counted once, what is of other columns is not', async () => {
    const november = [TITLES, row(at(2), 'A', 7), row(at(3), 'A', 9)];
    const file = await workbook(
      { sheet: 'Early', data: november },
      { sheet: 'Late', data: [TITLES, row(at(4), 'A', 8)] },
      { sheet: 'All', data: [TITLES, row(at(2), 'A', 7)] },
      { sheet: 'By site', data: [row('Day', 'Ad', 'Imps'), row(at(2), 'Z', 7)] },
      { sheet: 'Notes', data: [row('None', 'of', 'this')] },
    );
    const reading = readFile(file);
    expect(sheetUseText.overlap).toMatch(/^not read/);
    if (reading.kind !== 'read') throw new Error(reading.kind);
    expect(countsIn(reading.report)).toEqual({ A: [7, 9, 8] });
    expect(reading.sheets).toEqual([
      { name: 'Early', use: 'read' },
      { name: 'Late', use: 'read' },
      { name: 'All', use: 'overlap' },
      { name: 'By site', use: 'other-columns' },
    ]);
  });
});

describe('devices', () => {
  it('are told apart where the file has them, and add up to the whole', () => {
    const { placements } = reportOf(
      csv(
        'Date,Placement,Device,OS,Impressions',
        '2026-11-01,A,Phone,Android,5',
        '2026-11-01,A,Phone,iOS,4',
        '2026-11-02,A,Desktop,,3',
      ),
    );
    expect(placements[0]?.impressions.counts).toEqual([9, 3]);
    expect(
      placements[0]?.segments?.map(({ device, system, impressions }) => [
        device,
        system,
        impressions.counts,
      ]),
    ).toEqual([
      ['Phone', 'Android', [5]],
      ['Phone', 'iOS', [4]],
      ['Desktop', null, [3]],
    ]);
  });
});

describe('whatever rows a report has', () => {
  const one = fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    name: fc.constantFrom('A', 'B', 'Total Wine', 'Ü'),
    count: fc.nat(5000),
  });
  const rows = fc.array(one, { minLength: 1, maxLength: 40 });
  const line = ({ day, name, count }: { day: number; name: string; count: number }) =>
    `${name},2026-11-${String(day).padStart(2, '0')},${count}`;
  const file = (lines: readonly string[]) => csv('Placement,Date,Impressions', ...lines);

  it('each is counted once, totals are not, and their order does not matter', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (all, turn) => {
        const lines = all.map(line);
        const total = `Grand total,,${all.reduce((sum, { count }) => sum + count, 0)}`;
        const { placements } = reportOf(file([...lines, total]));
        const whole = placements.reduce((all, { impressions }) => all + sum(impressions.counts), 0);
        expect(whole).toBe(all.reduce((sum, { count }) => sum + count, 0));
        const at = turn % lines.length;
        const turned = reportOf(file([...lines.slice(at), total, ...lines.slice(0, at)]));
        expect(countsIn(turned)).toEqual(countsIn({ placements }));
      }),
      runs(300),
    );
  });
});
