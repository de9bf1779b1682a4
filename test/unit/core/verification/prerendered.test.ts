import { describe, expect, it } from 'vitest';

import { readHarFile } from '@/lib/core/recording/har-file';
import type { PixelRequest } from '@/lib/core/recording/pixel-request';
import { type Checked, checkRequests, createChecking } from '@/lib/core/verification/checking';
import { exportCsv } from '@/lib/core/verification/export-csv';
import { exportHar } from '@/lib/core/verification/export-har';
import { exportJson } from '@/lib/core/verification/export-json';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import { recordingOf } from '@/lib/core/verification/recorded-file';
import { judge } from '@/lib/core/verification/verdict';
import { findingSentence, say } from '@/lib/text/findings';

import { known, pageView, request, START, tracker, verification } from './build';

const url = (id: number, buster: number) =>
  `https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster=${buster}`;
/** Page `a`, which fires 532 to the end; `b` is loaded ahead from 1 s on and shown at 5 s. */
const A = pageView('a', START);
const B = { ...pageView('b', START + 5000), prerenderedAt: START + 1000 };
const ahead = request(url(531, 111), { startedAt: START + 1100, prerendered: 'ahead' });
const shown: PixelRequest = { ...ahead, prerendered: 'shown' };
const meanwhile = request(url(532, 222), { startedAt: START + 3000 });
const later = request(url(531, 333), { startedAt: START + 6000 });
const trackers = known(tracker(531), tracker(532));
const check = (requests: readonly PixelRequest[], views = [A, B]) =>
  checkRequests(requests, views, trackers);
const told = ({ rows }: Checked) =>
  rows.map(({ pageView, findings }) => [pageView?.id ?? null, ...findings.map(({ code }) => code)]);

describe('a page that is loaded ahead', () => {
  it('has what it asked for until it was shown, and the page before the rest of that time', () => {
    const checked = check([shown, meanwhile, later]);
    expect(told(checked)).toEqual([['b'], ['a'], ['b', 'fired-again']]);
    expect(judge([531, 532], checked, { pageViewId: 'b' }).map(({ fired }) => fired)).toEqual([
      2, 0,
    ]);
    expect(judge([531, 532], checked, { pageViewId: 'a' }).map(({ fired }) => fired)).toEqual([
      0, 1,
    ]);
  });

  it('that was not shown has fired nowhere, and that is said', () => {
    const checked = check([ahead, meanwhile], [A]);
    expect(told(checked)).toEqual([[null, 'never-shown'], ['a']]);
    for (const scope of ['all', { pageViewId: 'a' }] as const)
      expect(judge([531], checked, scope)[0]?.fired).toBe(0);
    expect(judge([531], checked, 'all')[0]?.verdict).toBe('warning');
    expect(judge([531], checked, { pageViewId: 'a' })[0]?.verdict).toBe('not-seen');
  });

  it('counts from when it is shown, though it was judged before', () => {
    const checking = createChecking();
    checking.know(trackers);
    checking.view([A]);
    checking.change({ added: [ahead, meanwhile], gone: [] });
    expect(told(checking.checked())).toEqual([[null, 'never-shown'], ['a']]);
    checking.view([A, B]);
    checking.change({ added: [shown], gone: [ahead] });
    expect(told(checking.checked())).toEqual(told(check([shown, meanwhile])));
    expect(judge([531], checking.checked(), { pageViewId: 'b' })[0]?.fired).toBe(1);
  });

  it('has not been left when it is shown: what is under way still may be answered', () => {
    const open = { ...shown, outcome: 'pending', status: 0 } as const;
    expect(told(check([open]))).toEqual([['b', 'pending']]);
    const next = pageView('c', START + 9000);
    expect(told(check([open], [A, B, next]))).toEqual([['b', 'aborted']]);
  });

  it('is never the page of another that was loaded ahead and not shown', () => {
    const other = request(url(532, 444), {
      startedAt: START + 1200,
      prerendered: 'ahead',
      frameUrl: 'https://news.example/other',
    });
    expect(told(check([shown, other]))).toEqual([['b'], [null, 'never-shown']]);
  });
});

describe('exported', () => {
  const recording = judgeRecording(
    {
      verification: verification({ expectedIds: [531] }),
      pageViews: [A, B],
      requests: [
        shown,
        request(url(534, 555), {
          startedAt: START + 1300,
          prerendered: 'ahead',
          frameUrl: 'https://news.example/other',
        }),
        meanwhile,
      ],
    },
    known(tracker(531), tracker(532), tracker(534)),
    'all',
  );

  it('each request says what became of its page, as JSON and as CSV', () => {
    const json = JSON.parse(exportJson(recording, say, START));
    expect(json.requests.map((one: { prerendered?: string }) => one.prerendered ?? null)).toEqual([
      'shown',
      'never shown',
      null,
    ]);
    expect(json.pageViews[1].prerenderedAt).toBe('2026-11-24T10:00:01.000Z');
    const [heads = '', ...lines] = exportCsv(recording, findingSentence).split('\r\n');
    const at = heads.split(',').indexOf('prerendered');
    expect(lines.slice(0, 3).map((line) => line.split(',')[at])).toEqual([
      'shown',
      'never shown',
      '',
    ]);
  });

  it('as HAR, read again, it is what was recorded', () => {
    const file = readHarFile(JSON.parse(exportHar(recording)));
    if (!file) throw new Error('it is no HAR');
    const again = recordingOf(file, { id: 'f', name: 'f.har', digest: '', readAt: START });
    const checked = checkRequests(again.requests, again.pageViews, trackers);
    expect(checked.rows.map(({ pageView, isNeverShown }) => [pageView?.url, isNeverShown])).toEqual(
      [
        ['https://news.example/b', undefined],
        [undefined, true],
        ['https://news.example/a', undefined],
      ],
    );
  });
});
