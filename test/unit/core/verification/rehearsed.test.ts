import { describe, expect, it } from 'vitest';

import { exportCsv } from '@/lib/core/verification/export-csv';
import { exportHar } from '@/lib/core/verification/export-har';
import { exportJson } from '@/lib/core/verification/export-json';
import { judgeRecording } from '@/lib/core/verification/judge-recording';
import { readHarFile } from '@/lib/core/recording/har-file';
import type { Outcome } from '@/lib/core/recording/pixel-request';
import { renderResults } from '@/lib/proof/render-results';
import { findingSentence, say } from '@/lib/text/findings';
import { statusText, verdictReason } from '@/lib/text/verification/verification';

import { known, pageView, request, START, tracker, verification } from './build';

const url = (buster: string) => `https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=${buster}`;
const fired = (outcome: Outcome, buster: string) =>
  request(url(buster), { outcome, status: outcome === 'rehearsed' ? 307 : 200 });

function judged(...requests: readonly ReturnType<typeof request>[]) {
  return judgeRecording(
    {
      verification: verification({ expectedIds: [531] }),
      pageViews: [pageView('a', START)],
      requests,
    },
    known(tracker(531, { name: 'Leaderboard' })),
    'all',
  );
}
const REHEARSED = judged(fired('rehearsed', '9081726354'));

describe('a rehearsed request', () => {
  it('is a verdict of its own, and counts for nothing', () => {
    const [verdict] = REHEARSED.verdicts;
    expect(verdict).toMatchObject({ verdict: 'rehearsed', fired: 0, rehearsed: 1, findings: [] });
    expect(verdict && verdictReason(verdict)).toBe('Rehearsed: not counted.');
    const [row] = REHEARSED.requests;
    expect(row?.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['rehearsed', 'info'],
    ]);
    expect(row && statusText(row.request)).toBe('Rehearsed: not counted');
  });

  it.each<[string, readonly ReturnType<typeof request>[], string, number, string]>([
    [
      'a tag that is wrong is wrong in a rehearsal, too',
      [fired('rehearsed', '[CACHEBUSTER]')],
      'fail',
      0,
      'Rehearsed: not counted.',
    ],
    [
      'one that fires again and again is told of, too',
      ['9081726354', '1827364550', '5544332211'].map((buster) => fired('rehearsed', buster)),
      'fail',
      0,
      'Rehearsed 3 times: not counted.',
    ],
    [
      'once it was really asked for, that counts',
      [fired('answered', '9081726354')],
      'pass',
      1,
      'Fired once.',
    ],
    ['a block is none', [fired('blocked-by-extension', '9081726354')], 'fail', 0, 'An extension'],
  ])('%s', (_, requests, expected, count, reason) => {
    const [verdict] = judged(...requests).verdicts;
    expect(verdict).toMatchObject({ verdict: expected, fired: count });
    expect(verdict && verdictReason(verdict)).toContain(reason);
  });

  it('beside a real one on another page does not hide it', () => {
    const views = [pageView('a', START), pageView('b', START + 20_000)];
    const requests = [
      fired('rehearsed', '9081726354'),
      request(url('1827364550'), { startedAt: START + 30_000 }),
    ];
    const both = judgeRecording(
      { verification: verification({ expectedIds: [531] }), pageViews: views, requests },
      known(tracker(531)),
      'all',
    );
    const [verdict] = both.verdicts;
    expect(verdict).toMatchObject({ verdict: 'pass', fired: 1, rehearsed: 1 });
    expect(verdict && verdictReason(verdict)).toBe('Fired once. Rehearsed: not counted.');
    expect(views.map((view) => both.verdictsOn(view)[0]?.verdict)).toEqual(['rehearsed', 'pass']);
  });
});

describe('whatever is exported says so', () => {
  const json = exportJson(REHEARSED, say, START);
  const har = exportHar(REHEARSED);

  it('the JSON', () => {
    expect(JSON.parse(json)).toMatchObject({
      expected: [{ verdict: 'rehearsed', fired: 0, rehearsed: 1 }],
      requests: [{ outcome: 'rehearsed', findings: [{ code: 'rehearsed' }] }],
    });
  });

  it('the CSV', () => {
    const csv = exportCsv(REHEARSED, findingSentence);
    expect(csv).toContain(',rehearsed,');
    expect(csv).toContain('nothing was counted');
  });

  it('the proof, above all verdicts', () => {
    const shown = renderResults(json) ?? '';
    expect(shown).toContain('1 request was rehearsed');
    expect(shown).toContain('<span class="verdict rehearsed">Rehearsed</span>');
    expect(shown).toContain('Rehearsed: not counted');
    expect(shown).not.toContain('Pass');
  });

  it('and a proof without any says nothing of it', () => {
    const real = exportJson(judged(fired('answered', '9081726354')), say, START);
    expect(renderResults(real)).not.toContain('ehears');
  });

  it('the HAR, read again, is nothing that a server answered', () => {
    const read = readHarFile(JSON.parse(har));
    expect(read?.requests.map(({ outcome }) => outcome)).toEqual(['blocked-by-extension']);
  });
});
