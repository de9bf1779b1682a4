import readXlsxFile from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';

import { readHarFile } from '@/lib/core/recording/har-file';
import { withoutSignIns } from '@/lib/core/recording/without-sign-ins';
import { exportCsv } from '@/lib/core/verification/export-csv';
import { exportHar } from '@/lib/core/verification/export-har';
import { exportJson } from '@/lib/core/verification/export-json';
import { exportSheets } from '@/lib/core/verification/export-sheets';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import type { Recording } from '@/lib/core/verification/recording';
import { recordingOf } from '@/lib/core/verification/recorded-file';
import { judgePage } from '@/lib/core/verification/unfired';
import { writeXlsx } from '@/lib/files/write-xlsx';
import { writeProof } from '@/lib/proof/proof-file';
import { exportSheetsText } from '@/lib/text/export/export-sheets';
import { findingSentence, say } from '@/lib/text/findings';

import { at, entryOf } from '../core/recording/har-samples';
import { known, pageView, request, START, verification } from '../core/verification/build';
import { element, pageLook } from '../core/verification/page';

/** What a client must not be sent; each stands in a place of its own, so that a leak says where. */
const SECRET = /SECRET[\w-]*/g;
const signIn = (place: string) => `https://user:SECRET-${place}@staging.example`;
/** The ways in which an address holds a token or a session. */
const tokens = (place: string) =>
  `;jsessionid=SECRET-path-${place}?a=1&access_token=SECRET-query-${place}&PHPSESSID=SECRET-php-${place}#id_token=SECRET-fragment-${place}&state=1`;
const PIXEL = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=[CACHEBUSTER]';

const ALL_OVER = request(
  `https://user:SECRET-in-the-address@ib.adnxs.com/imptr?id=531&t=2&cachebuster=1&access_token=SECRET-parameter&x=${encodeURIComponent(signIn('escaped') + tokens('escaped'))}&redir=${signIn('in-redir')}/a${tokens('in-redir')}`,
  {
    frameUrl: `${signIn('of-the-frame')}/frame${tokens('of-the-frame')}`,
    redirectUrl: `${signIn('of-the-redirect')}/next${tokens('of-the-redirect')}`,
    status: 302,
    startedAt: START + 1000,
  },
);

/** Two recordings that no recorder of ours would keep so, and what a HAR file full of secrets is read as. */
const RECORDINGS: Readonly<Record<string, Recording>> = {
  'a recording with a sign-in in every address': {
    verification: verification({ expectedIds: [531] }),
    pageViews: [
      { ...pageView('a', START), url: `${signIn('of-the-page')}/a${tokens('of-the-page')}` },
      { ...pageView('b', START + 5000), url: '', title: `${signIn('in-the-title')}/b` },
    ],
    requests: [ALL_OVER],
  },
  'a HAR file with cookies, tokens and sign-ins': fromHar(),
};

function fromHar(): Recording {
  const page = `${signIn('of-a-page-in-the-file')}/article`;
  const more = {
    pageref: 'page_1',
    _initiator: { type: 'parser', url: page },
    _resourceType: 'image',
  };
  const headers = [
    { name: 'Cookie', value: 'SECRET-cookie' },
    { name: 'Authorization', value: 'Bearer SECRET-token' },
    { name: 'X-Api-Key', value: 'SECRET-key' },
    { name: 'Referer', value: page },
  ];
  const response = {
    headers: [
      { name: 'Set-Cookie', value: 'SECRET-set' },
      { name: 'Location', value: `${signIn('in-location')}/` },
    ],
    content: { size: 9, mimeType: 'text/plain', text: 'SECRET-body' },
  };
  const post = { mimeType: 'text/plain', text: 'SECRET-post', params: [] };
  const pixel = entryOf({
    url: PIXEL,
    at: 1,
    status: 302,
    to: `${signIn('to')}/`,
    headers,
    response,
    more,
  });
  const file = {
    log: {
      version: '1.2',
      creator: { name: 'SECRET-creator', version: '1' },
      comment: 'SECRET-comment',
      pages: [{ startedDateTime: at(0), id: 'page_1', title: page, pageTimings: {} }],
      entries: [
        entryOf({
          url: page,
          at: 0,
          headers,
          more: { pageref: 'page_1', _resourceType: 'document' },
        }),
        { ...pixel, request: { ...pixel.request, postData: post } },
      ],
    },
  };
  const har = readHarFile(file);
  if (!har) throw new Error('This is no HAR file.');
  return recordingOf(har, {
    id: 'f',
    name: 'a.har',
    digest: 'ab',
    readAt: START,
    expectedIds: [531],
  });
}

const FORMATS = ['json', 'csv', 'har', 'xlsx', 'html'] as const;

async function exported(recording: Recording, format: (typeof FORMATS)[number]): Promise<string> {
  const judged = judgeRecording(recording, known(), 'all');
  const look = pageLook(
    [
      element(
        'img',
        { 'data-src': `${PIXEL}&y=${signIn('on-the-page')}/` },
        { frameUrl: `${signIn('of-a-frame-there')}/` },
      ),
    ],
    {
      url: `${signIn('of-the-page-that-was-looked-at')}/${tokens('of-the-page-that-was-looked-at')}`,
    },
  );
  const page = judgePage(look, judged.requests, judged.verification, judged.pageViews);
  const results = exportJson(judged, say, START, page);
  const har = exportHar(judged);
  if (format === 'json') return results;
  if (format === 'har') return har;
  if (format === 'csv') return exportCsv(judged, findingSentence, [`${signIn('in-a-note')}/`]);
  if (format === 'html') return (await writeProof({ results, har })).html;
  const about = {
    say,
    words: exportSheetsText,
    at: START,
    notes: [`${signIn('in-a-note')}/`],
    page,
  };
  const sheets = await readXlsxFile(
    await (await writeXlsx(exportSheets(judged, about))).arrayBuffer(),
  );
  return sheets.flatMap(({ data }) => data.flat(1)).join('\n');
}

describe.each(Object.keys(RECORDINGS))('of %s', (name) => {
  it.each(FORMATS)('no cookie, token or password is in %s', async (format) => {
    const recording = RECORDINGS[name];
    if (!recording) throw new Error(name);
    const text = await exported(recording, format);
    expect(text).toContain('adnxs.com/imptr');
    expect(text).toContain('staging.example');
    expect(text.match(SECRET) ?? []).toEqual([]);
  });
});

it.each([
  ['https://user:pass@host/a', 'https://host/a'],
  ['see https://user@host and https://u:p@other/?x=1', 'see https://host and https://other/?x=1'],
  ['https://host/a@b', 'https://host/a@b'],
  ['https://host?mail=a@b.example', 'https://host?mail=a@b.example'],
  ['https://host#a@b', 'https://host#a@b'],
  ['x=https%3A%2F%2Fuser%3Apass%40host%2Fa', 'x=https%3A%2F%2Fhost%2Fa'],
  ['x=https%3a%2f%2fhost%2fa%40b', 'x=https%3a%2f%2fhost%2fa%40b'],
  ['https://a:b@c@host/', 'https://host/'],
  ['https://a:"b\'<c>@host/', 'https://host/'],
  ['https://host\\a@b/', 'https://host\\a@b/'],
  ['somebody@example.com', 'somebody@example.com'],
  ['https://host/?a=1&access_token=abc.d-e_f&b=2', 'https://host/?a=1&access_token=removed&b=2'],
  ['https://host/a;jsessionid=1F2A?b=2', 'https://host/a;jsessionid=removed?b=2'],
  ['https://host/#id_token=abc', 'https://host/#id_token=removed'],
  ['“https://host/?password=abc” was called', '“https://host/?password=removed” was called'],
  ['a=1\naccess_token=abc\nb=2', 'a=1\naccess_token=removed\nb=2'],
  [
    'u=https%3A%2F%2Fh%2F%3Faccess_token%3Dabc%26b%3D2',
    'u=https%3A%2F%2Fh%2F%3Faccess_token%3Dremoved%26b%3D2',
  ],
  [
    'https://host/?my_access_token=a&token=b&cachebuster=c',
    'https://host/?my_access_token=a&token=b&cachebuster=c',
  ],
  ['https://host/?access_token=&b=2', 'https://host/?access_token=&b=2'],
  ['type the password=', 'type the password='],
])('what signs a person in goes, and nothing else: %s', (text, without) => {
  expect(withoutSignIns(text)).toBe(without);
});

it('a text that is all but an address takes no time', () => {
  const started = performance.now();
  withoutSignIns('://'.repeat(200_000));
  withoutSignIns('%3A%2F%2F'.repeat(50_000));
  withoutSignIns('?access_token='.repeat(50_000));
  withoutSignIns('%3Faccess_token%3D'.repeat(50_000));
  expect(performance.now() - started).toBeLessThan(2000);
});
