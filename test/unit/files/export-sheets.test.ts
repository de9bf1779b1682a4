import readXlsxFile from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';

import { exportSheets } from '@/lib/core/verification/export-sheets';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import { sheetOf } from '@/lib/core/verification/sheet-rows';
import { judgePage } from '@/lib/core/verification/unfired';
import type { PageView } from '@/lib/core/recording/page-views';
import { writeXlsx } from '@/lib/files/write-xlsx';
import { toXlsxText } from '@/lib/files/xlsx-text';
import { exportSheetsText } from '@/lib/text/export/export-sheets';
import { say } from '@/lib/text/findings';

import { known, pageView, request, START, tracker, verification } from '../core/verification/build';
import { comment, pageLook } from '../core/verification/page';

const GOOD = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=77310952&x=a%2Cb';
const MACRO = 'https://ib.adnxs.com/imptr?id=532&t=2&cachebuster=[CACHEBUSTER]';
const AT = START + 60_000;
const WORDS = exportSheetsText;
const NOBODY_LOOKED =
  'Nobody looked for tags on the page: what stands there and did not fire is not known.';

function recordingOf(
  urls: readonly string[] = [GOOD, MACRO],
  pageViews: readonly PageView[] = [pageView('a', START)],
  name = 'Leaderboard',
) {
  return judgeRecording(
    {
      verification: verification({ expectedIds: [531, 777] }),
      pageViews,
      requests: urls.map((url, index) => request(url, { startedAt: START + 10_250 + index })),
    },
    known(tracker(531, { name })),
    'all',
  );
}

/** The sheets of a workbook as another library reads them, each with its rows. */
async function readBack(
  recording = recordingOf(),
  changes: Partial<Parameters<typeof exportSheets>[1]> = {},
) {
  const about = { say, words: WORDS, at: AT, notes: [], page: null, ...changes };
  const file = await (await writeXlsx(exportSheets(recording, about))).arrayBuffer();
  const sheets = await readXlsxFile(file);
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]));
}
/** Rows below the header as objects by its titles. */
function tableIn(rows: readonly (readonly unknown[])[] = [], first = 'Tracker') {
  const header = rows.findIndex((row) => row[0] === first);
  const titles = (rows[header] ?? []).map(String);
  return rows
    .slice(header + 1)
    .map((row) => Object.fromEntries(titles.map((title, at) => [title, row[at]])));
}

describe('a verification as XLSX, read back by another library', () => {
  it('has a summary, with real dates and what is not known', async () => {
    const sheets = await readBack(undefined, { notes: ['What was recorded before is not known.'] });
    expect(Object.keys(sheets)).toEqual([
      'Summary',
      'Per page',
      'Requests',
      'Findings',
      'On the page',
    ]);
    const summary = sheets.Summary ?? [];
    expect(summary.slice(0, 5).map((row) => row.slice(0, 2))).toEqual([
      ['Verification of impression trackers', null],
      ['Recording began (UTC)', new Date(START)],
      ['Exported (UTC)', new Date(AT)],
      ['Judged on', 'On all pages together'],
      ['Note', 'What was recorded before is not known.'],
    ]);
    expect(tableIn(summary)).toMatchObject([
      { Tracker: 531, Name: 'Leaderboard', Verdict: 'Pass', Fired: 1 },
      { Tracker: 777, Name: null, Verdict: 'Not seen', Fired: 0 },
    ]);
  });

  it('has each verdict on each page', async () => {
    const views = [pageView('a', START), pageView('b', START + 10_251)];
    const sheets = await readBack(recordingOf([GOOD, GOOD.replace('77310952', '18250931')], views));
    expect(tableIn(sheets['Per page'], 'Page')).toMatchObject([
      {
        Page: 1,
        'Page address': 'https://news.example/a',
        'Began (UTC)': new Date(START),
        Tracker: 531,
        Verdict: 'Pass',
      },
      { Page: 1, Tracker: 777, Verdict: 'Not seen' },
      {
        Page: 2,
        'Page address': 'https://news.example/b',
        Tracker: 531,
        Verdict: 'Pass',
        Fired: 1,
      },
      { Page: 2, Tracker: 777, Verdict: 'Not seen' },
    ]);
  });

  it('has every request to the second, whole and decoded, and each finding with what to do', async () => {
    const sheets = await readBack();
    const [good, macro] = tableIn(sheets.Requests, 'Time (UTC)');
    expect(good).toMatchObject({
      'Time (UTC)': new Date(START + 10_250),
      Tracker: 531,
      Page: 1,
      Ended: '200',
      Status: 200,
      Cachebuster: '77310952',
      Parameters: 'id=531\nt=2\ncachebuster=77310952\nx=a,b',
      Address: GOOD,
    });
    expect(macro?.Findings).toMatch(/\[CACHEBUSTER\] is a macro/);
    expect(tableIn(sheets.Findings, 'Severity')).toContainEqual(
      expect.objectContaining({ Severity: 'Error', Tracker: 532, Page: 1, Address: MACRO }),
    );
  });

  it('has the tags that did not fire, each with its reason, or says that nobody looked', async () => {
    const recording = recordingOf();
    const tag = 'https://ib.adnxs.com/imptr?id=777&t=2&cachebuster=42';
    const look = pageLook([comment(`<img src="${tag}">`)], { closedFrames: 2 });
    const page = judgePage(look, recording.requests, recording.verification, recording.pageViews);
    const sheets = await readBack(recording, { page });
    const rows = sheets['On the page'] ?? [];
    expect(rows.slice(0, 4).map((row) => row.slice(0, 2))).toEqual([
      ['Page address', 'https://news.example/a'],
      ['Looked at (UTC)', new Date(AT)],
      ['Note', '1 tag found, 1 that did not fire.'],
      ['Note', expect.stringContaining('2 frames could not be read')],
    ]);
    expect(tableIn(rows)).toMatchObject([
      { Tracker: 777, Finding: expect.stringContaining('comment'), Count: 1, Address: tag },
    ]);
    expect((await readBack())['On the page']?.[0]?.[0]).toBe(NOBODY_LOOKED);
  });

  it('holds no formula, whatever a page or a person wrote', async () => {
    const evil = '=HYPERLINK("http://evil.example","x")';
    const url = `https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%3D1%2B1&x=${evil}`;
    const sheets = await readBack(
      recordingOf([url], [{ ...pageView('a', START), url: '', title: evil }], evil),
    );
    const cells = Object.values(sheets)
      .flat(2)
      .filter((cell) => typeof cell === 'string');
    expect(cells).toContain(`'${evil}`);
    expect(cells).toContain(`'=1+1`);
    expect(cells.filter((cell) => /(?:^|[;,\t\r\n])["\s]*[=+\-@]/.test(cell))).toEqual([]);
  });

  it('cuts what a cell does not hold, and says so there', async () => {
    const long = `https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=1&x=${'y'.repeat(60_000)}`;
    const [row] = tableIn((await readBack(recordingOf([long]))).Requests, 'Time (UTC)');
    const address = String(row?.Address);
    expect(address).toHaveLength(32_767);
    expect(address.startsWith(long.slice(0, 32_000))).toBe(true);
    expect(address.endsWith('The JSON export has all of it.')).toBe(true);
  });

  it.each([
    ['an escape', `${'a'.repeat(32_760)}\u0007${'b'.repeat(99)}`, 'a'.repeat(32_760)],
    ['a pair of surrogates', `${'a'.repeat(32_765)}\u{1F600}${'b'.repeat(99)}`, 'a'.repeat(32_765)],
  ])('cuts no %s in two', (_, text, before) => {
    expect(toXlsxText(text, '!')).toBe(`${before}!`);
  });

  it.each([
    [2, ['a', 'b']],
    [3, ['a', 'b', 'c']],
    [9, ['a', 'b', 'c']],
  ])(
    'of %i rows at most says that there are more, and makes no more than it keeps',
    (most, kept) => {
      let made = 0;
      function* rows() {
        for (const row of ['a', 'b', 'c']) {
          made += 1;
          yield row;
        }
      }
      const columns = [{ title: 'x', width: 1, cell: (row: string) => row }];
      const { table } = sheetOf({ name: 's', columns, rows: rows(), words: WORDS }, most);
      const more =
        most < 3 ? [['There are more than these 2 rows. The JSON export has all of them.']] : [];
      expect(table.rows).toEqual([['x'], ...kept.map((one) => [one]), ...more]);
      expect(made).toBe(Math.min(3, most + 1));
    },
  );
});
