import { describe, expect, it } from 'vitest';

import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { judgeRecording } from '@/lib/core/verification/judge-recording';

import { known, pageView, request, START, tracker, verification } from './build';

const tag = 'https://ib.adnxs.com/imptr?t=2';
const recording = {
  verification: verification({ expectedIds: [1, 2, 9] }),
  pageViews: [pageView('a', START), pageView('b', START + 1000)],
  requests: [
    request(`${tag}&id=1&cachebuster=11`, { startedAt: START + 1 }),
    request(`${tag}&id=3&cachebuster=31`, { startedAt: START + 2 }),
    request(`${tag}&id=2&cachebuster=21`, { startedAt: START + 1001 }),
  ],
};
const all = known(tracker(1), tracker(2, { name: 'Leaderboard' }), tracker(3));

describe('a recording, judged', () => {
  it.each([
    ['latest', { pageViewId: 'b' }, ['not-seen', 'pass', 'not-seen']],
    ['a', { pageViewId: 'a' }, ['pass', 'not-seen', 'not-seen']],
    ['all', 'all', ['pass', 'pass', 'not-seen']],
  ])('on the page views that count: %s', (choice, scope, verdicts) => {
    const judged = judgeRecording(recording, all, choice);
    expect(judged.scope).toEqual(scope);
    expect(judged.verdicts.map(({ verdict }) => verdict)).toEqual(verdicts);
  });

  it('tells what fired though nobody expected it, and the names that are known', () => {
    const { unexpectedIds, names, remarked } = judgeRecording(recording, all);
    expect(unexpectedIds).toEqual([3]);
    expect(remarked).toBe(0);
    expect(judgeRecording(recording, known(tracker(1), tracker(2))).remarked).toBe(1);
    expect(names.get(2)).toBe('Leaderboard');
  });

  it('before any page was viewed, on everything', () => {
    expect(judgeRecording({ ...recording, pageViews: [] }, all).scope).toBe('all');
  });
});

describe('pages that several browsers visited at once', () => {
  const at = (id: string, cachebuster: number, startedAt: number, pageViewId: string) =>
    request(`${tag}&id=${id}&cachebuster=${cachebuster}`, {
      startedAt: START + startedAt,
      pageViewId,
    });
  const visited = {
    ...recording,
    requests: [at('1', 11, 1001, 'a'), at('2', 11, 1002, 'b'), at('1', 11, 1003, 'b')],
  };

  it('have the requests that were made there, whatever the time says', () => {
    const { requests, verdictsOn, pageViews } = judgeRecording(visited, all, 'all');
    expect(requests.map(({ pageView: view }) => view?.id)).toEqual(['a', 'b', 'b']);
    expect(pageViews.map((view) => verdictsOn(view).map(({ fired }) => fired))).toEqual([
      [1, 0, 0],
      [1, 1, 0],
    ]);
  });

  it('a cachebuster that comes back on another page is seen', () => {
    const codes = (one: typeof visited) =>
      judgeRecording(one, all, 'all').requests.map(({ findings }) =>
        findings.map(({ code }) => code),
      );
    const byTime = visited.requests.map(({ url, startedAt }) => request(url.raw, { startedAt }));
    expect(codes(visited)[2]).toContain('cachebuster-repeated');
    expect(codes(visited)[1]).not.toEqual(codes({ ...visited, requests: byTime })[1]);
  });

  it('a page view that is not there is none', () => {
    const requests = [at('1', 11, 1, 'gone')];
    expect(judgeRecording({ ...recording, requests }, all).requests[0]?.pageView).toBeNull();
  });
});

describe('macros of ad servers that a person added', () => {
  const [first] = AD_SERVERS;
  if (!first) throw new Error('the catalogue is empty');
  const own = { ...first, id: 'own', name: 'Our own server', cachebuster: '[OUR_RND]' };
  const of = (part: string) => ({
    ...recording,
    requests: [request(`${tag}&id=1&${part}`)],
  });
  const findings = (part: string, servers = [own, ...AD_SERVERS]) =>
    judgeRecording(of(part), { ...all, servers }).requests[0]?.findings.map(
      ({ code, values }) => `${code} ${values['servers'] ?? ''}`,
    );

  it.each([
    ['as it is written', 'cachebuster=[OUR_RND]', ['cachebuster-macro Our own server']],
    ['the same, encoded', 'cachebuster=%5BOUR_RND%5D', ['cachebuster-macro Our own server']],
    ['in another parameter', 'cachebuster=1&x=[OUR_RND]', ['parameter-macro Our own server']],
  ])('are named when they are left: %s', (_, part, found) => {
    expect(findings(part)).toEqual(found);
  });

  it('and are macros by their shape to everybody else', () => {
    expect(findings('cachebuster=[OUR_RND]', [...AD_SERVERS])).toEqual(['cachebuster-macro ']);
  });
});
