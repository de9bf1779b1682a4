import { describe, expect, it } from 'vitest';

import { readHarFile } from '@/lib/core/recording/har-file';
import { OutcomeSchema } from '@/lib/core/recording/pixel-request';
import { exportHar } from '@/lib/core/verification/export-har';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import type { Recording } from '@/lib/core/verification/recording';
import { recordingOf } from '@/lib/core/verification/recorded-file';

import { Har12 } from '../../../support/har-1-2';
import { charles, chrome, firefox, safari, webPageTest } from '../recording/har-samples';
import { known, pageView, request, START, verification } from './build';

const problemsOf = (value: unknown) =>
  (Har12.safeParse(value).error?.issues ?? []).map(({ path, message }) => [
    path.join('.'),
    message,
  ]);
const harOf = (recording: Recording): unknown =>
  JSON.parse(exportHar(judgeRecording(recording, known(), 'all')));

const CACHEBUSTER = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=';
const everyEnd = OutcomeSchema.options.map((outcome, index) =>
  request(`${CACHEBUSTER}${index}`, { outcome, startedAt: START + index }),
);

describe('an exported HAR is one by the specification of HAR 1.2', () => {
  it.each([
    ['nothing', [], []],
    ['every end that a request has', [pageView('a', START)], everyEnd],
    [
      'what is not known of one',
      [],
      [request(undefined, { duration: null, loader: null, frameUrl: null, status: 0 })],
    ],
    [
      'odd signs, a page without an address',
      [{ ...pageView('a', START), url: '', title: 'A "fine"\n\uD800 day' }],
      [request(`${CACHEBUSTER}[X]&x=%FF&y=é"<>&redir=https://y/?a=1#b`)],
    ],
    [
      'what the browser itself led on to https',
      [],
      [request(CACHEBUSTER.replace('https', 'http'), { status: 307, upgradedBy: 'HSTS' })],
    ],
  ])('of %s', (_, pageViews, requests) => {
    expect(problemsOf(harOf({ verification: verification(), pageViews, requests }))).toEqual([]);
  });

  it.each([
    ['Chromium', chrome],
    ['Firefox', firefox],
    ['Charles', charles],
    ['Safari', safari],
    ['WebPageTest', webPageTest],
  ])('of what was read from a file of %s', (_, made) => {
    const read = readHarFile(made());
    const about = { id: 'file', name: 'a.har', digest: 'ab', readAt: START };
    expect(read?.requests.length).toBeGreaterThan(0);
    expect(read && problemsOf(harOf(recordingOf(read, about)))).toEqual([]);
  });
});

describe('the schema of HAR 1.2 refuses', () => {
  const good = exportHar(
    judgeRecording(
      { verification: verification(), pageViews: [pageView('a', START)], requests: [request()] },
      known(),
    ),
  );
  it.each<[string, string, string, string]>([
    ['another version', '"1.2"', '"1.3"', 'log.version'],
    ['no creator', '"creator"', '"_creator"', 'log.creator'],
    [
      'a moment that is none',
      '2026-11-24T10:00:10.000Z',
      '24.11.2026',
      'log.entries.0.startedDateTime',
    ],
    ['a moment without a zone', '10:00:10.000Z', '10:00:10.000', 'log.entries.0.startedDateTime'],
    ['a status that is text', '"status": 200', '"status": "200"', 'log.entries.0.response.status'],
    ['no cookies at all', '"cookies": []', '"_cookies": []', 'log.entries.0.request.cookies'],
    ['a field of nobody’s', '"cache": {}', '"cache": {}, "kind": 1', 'log.entries.0'],
    [
      'a header without a value',
      '"headers": []',
      '"headers": [{ "name": "x" }]',
      'log.entries.0.request.headers.0.value',
    ],
    ['timings that do not add up', '"wait": 20', '"wait": 21', 'log.entries.0'],
    ['an address that is none', '"url": "https:', '"url": "', 'log.entries.0.request.url'],
    ['a page that is not there', '"pageref": "a"', '"pageref": "b"', 'log'],
  ])('%s', (_, from, to, at) => {
    expect(problemsOf(JSON.parse(good))).toEqual([]);
    expect(good).toContain(from);
    expect(problemsOf(JSON.parse(good.replace(from, to))).map(([path]) => path)).toContain(at);
  });
});
