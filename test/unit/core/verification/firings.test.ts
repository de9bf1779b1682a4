import { describe, expect, it } from 'vitest';

import { checkRequests } from '@/lib/core/verification/checking';
import { judge } from '@/lib/core/verification/verdict';
import { findingSentence } from '@/lib/text/findings';

import { known, pageView, request, START, tracker } from './build';

const A = 'https://ads.example/a';
const B = 'https://ads.example/b';
const SAME = 'fired-again same';
const UNKNOWN = 'fired-again not known';
const ACROSS = 'fired-across-frames';

describe('a tracker that fires more than once on a page view', () => {
  it.each<[string, readonly (string | null)[], readonly string[]]>([
    ['in one frame', [A, A, A], ['', SAME, SAME]],
    ['in two frames', [A, B], ['', ACROSS]],
    ['in two frames, and again in the first', [A, B, A], ['', ACROSS, SAME]],
    ['in a frame that is not known', [A, null], ['', UNKNOWN]],
    ['after one in a frame that is not known', [null, A], ['', UNKNOWN]],
    ['after that, again', [null, A, A], ['', UNKNOWN, SAME]],
    ['in one that names its site alone', [A, 'https://ads.example/'], ['', UNKNOWN]],
    ['after one that names its site alone', ['https://ads.example', A], ['', UNKNOWN]],
    ['in one that names another site alone', [A, 'https://cdn.example/'], ['', ACROSS]],
    ['in a document that tidied its address', [`${A}?utm=1`, A], ['', UNKNOWN]],
    ['in another part of a document', [`${A}#one`, `${A}#two`], ['', UNKNOWN]],
    ['in frames that differ by a parameter', [`${A}?slot=1`, `${A}?slot=2`], ['', ACROSS]],
    ['in frames of which none is known', [null, null], ['', UNKNOWN]],
  ])('%s', (_, frames, wanted) => {
    const requests = frames.map((frameUrl, index) =>
      request(`https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=${index * 7919 + 10_000}`, {
        startedAt: START + index,
        frameUrl,
      }),
    );
    const { rows } = checkRequests(requests, [pageView('p', START)], known(tracker(531)));
    const said = rows.map(({ findings }) =>
      findings.map(({ code, values }) =>
        code === 'fired-again' ? `${code} ${values.frame ?? ''}` : code,
      ),
    );
    expect(said.map((codes) => codes.join(' '))).toEqual(wanted);
  });

  it('is told in words which of it was', () => {
    const of = (frames: readonly (string | null)[]) => {
      const requests = frames.map((frameUrl, index) =>
        request(`https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=${index * 7919 + 10_000}`, {
          startedAt: START + index,
          frameUrl,
        }),
      );
      const checked = checkRequests(requests, [pageView('p', START)], known(tracker(531)));
      return judge([531], checked, 'all')[0]?.findings.map(findingSentence);
    };
    expect(of([A, A])).toEqual(['Tracker 531 fired again on this page view: request number 2.']);
    expect(of([A, null])).toEqual([
      'Tracker 531 fired again on this page view: request number 2; from which frame is not known.',
    ]);
    expect(of([A, B])).toEqual([
      `Tracker 531 fired on this page view from another frame before: request number 2, from ${B}.`,
    ]);
  });
});

describe('what the browser itself made https', () => {
  const told = (outcome: 'answered' | 'blocked-by-page') => [
    request('http://ib.adnxs.com/imptr?id=531&t=2&cachebuster=8261', {
      startedAt: START + 1,
      status: 307,
      redirectUrl: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=8261',
      upgradedBy: 'HSTS',
    }),
    request('https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=8261', {
      startedAt: START + 2,
      outcome,
    }),
  ];

  it.each([
    ['answered', 1, [['http-upgraded', 'not-https'], []]],
    ['blocked-by-page', 0, [['http-upgraded', 'not-https'], ['blocked-by-page']]],
  ] as const)('counts by what came of it: %s', (outcome, fired, codes) => {
    const checked = checkRequests(told(outcome), [pageView('p', START)], known(tracker(531)));
    expect(checked.rows.map(({ findings }) => findings.map(({ code }) => code))).toEqual(codes);
    expect(judge([531], checked, 'all')[0]?.fired).toBe(fired);
  });
});
