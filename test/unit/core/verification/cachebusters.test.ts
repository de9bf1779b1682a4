import { describe, expect, it } from 'vitest';

import { checkRequests } from '@/lib/core/verification/checking';

import { known, pageView, request, START, tracker } from './build';

const SECOND = 1000;
const TALKS_OF_CACHEBUSTERS = /^cachebuster-(?:counter|alike|shared|repeated|date)$/;

/** What is said of cachebusters of tracker 531 that come so many milliseconds after each other. */
function saidOf(values: readonly (string | number)[], apart = 2 * SECOND) {
  const requests = values.map((value, index) =>
    request(`https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=${value}`, {
      startedAt: START + index * apart,
    }),
  );
  return said(requests);
}

function said(
  requests: readonly ReturnType<typeof request>[],
  views = [pageView('a', START)],
): readonly string[] {
  return checkRequests(requests, views, known(tracker(531), tracker(532))).rows.map(
    ({ findings }) =>
      findings.map(({ code }) => code).find((code) => TALKS_OF_CACHEBUSTERS.test(code)) ?? '',
  );
}

const COUNTER = 'cachebuster-counter';
const ALIKE = 'cachebuster-alike';
const SHARED = 'cachebuster-shared';

describe('a tracker’s cachebusters', () => {
  it.each<[string, readonly (string | number)[], readonly string[], number?]>([
    ['random', [104_215, 40_377, 882_011], ['', '', '']],
    ['a counter', [104_215, 104_216, 104_217], ['', COUNTER, COUNTER]],
    ['a counter of few digits', [7, 8, 9], ['', '', COUNTER]],
    ['a counter over a digit more', [99_999, 100_000], ['', COUNTER]],
    ['a counter with noughts in front', ['000007', '000008'], ['', COUNTER]],
    ['two steps', [104_215, 104_217, 104_219], ['', '', ALIKE]],
    ['backwards', [104_217, 104_216], ['', '']],
    ['a clock of milliseconds, fired together', [104_215, 104_216], ['', ''], 1],
    ['a time in milliseconds', [START, START + 1], ['', '']],
    ['a time in seconds', [START / 1000, START / 1000 + 1], ['', ''], SECOND],
    ['a time in seconds, slowly', [0, 1, 2].map((it) => START / 1000 + it), ['', '', ''], SECOND],
    ['a time to the second', [0, 1, 2].map((it) => `2026112410000${it}`), ['', '', ''], SECOND],
    ['the same of another place', [0, 2, 4].map((it) => `2611241200${it}0`), ['', '', '']],
    ['the same, day first', [0, 2, 4].map((it) => `2411202610000${it}`), ['', '', '']],
    ['the same, as ISO 8601', [0, 2, 4].map((it) => `20261124T10000${it}Z`), ['', '', '']],
    ['no time of a day', [0, 2, 4].map((it) => `2026112499000${it}`), ['', '', ALIKE]],
    ['seconds in base 16', [0, 2, 4].map((it) => (START / 1000 + it).toString(16)), ['', '', '']],
    ['seconds in base 36', [0, 2, 4].map((it) => (START / 1000 + it).toString(36)), ['', '', '']],
    ['a number too large to count with', ['9007199254740993', '9007199254740994'], ['', '']],
    ['one prefix', ['cb000017', 'cb000042', 'cb000093'], ['', '', ALIKE]],
    ['one prefix, fired together', ['cb000017', 'cb000042', 'cb000093'], ['', '', ''], 50],
    ['one prefix in between', ['cb000017', 'xx999999', 'cb000042'], ['', '', '']],
    ['another length', ['cb000017', 'cb0000421', 'cb000093'], ['', '', '']],
    ['short ones', ['b17', 'b42', 'b93'], ['', '', '']],
    ['always the same', ['cb000017', 'cb000017'], ['', 'cachebuster-repeated']],
  ])('%s', (_, values, codes, apart) => {
    expect(saidOf(values, apart)).toEqual(codes);
  });
});

describe('one cachebuster of several trackers', () => {
  const at = (id: number, startedAt: number) =>
    request(`https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster=8261`, { startedAt });
  const views = [pageView('a', START), pageView('b', START + SECOND)];

  it('is right on one page view', () => {
    expect(said([at(531, START + 1), at(532, START + 2)], views)).toEqual(['', '']);
  });

  it('is no random number on two', () => {
    const requests = [at(531, START + 1), at(532, START + SECOND + 1), at(532, START + SECOND + 2)];
    expect(said(requests, views)).toEqual(['', 'cachebuster-shared', 'cachebuster-repeated']);
  });

  it('is not known where the page views are not', () => {
    expect(said([at(531, START - 2), at(532, START + 1)], views)).toEqual(['', '']);
  });

  it('is right where a creative stays as its page moves on', () => {
    const moved = [pageView('a', START), { ...pageView('b', START + SECOND), isMove: true }];
    expect(said([at(531, START + 1), at(532, START + SECOND + 1)], moved)).toEqual(['', '']);
  });

  it('comes by chance among many short ones, and not again and again', () => {
    const other = (index: number) =>
      request(`https://ib.adnxs.com/imptr?id=532&t=2&cachebuster=${1000 + index * 7}`, {
        startedAt: START + 2 + index,
      });
    const others = Array.from({ length: 200 }, (_, index) => other(index));
    const later = [532, 533, 534, 535].map((id, index) => at(id, START + 2 * SECOND + index));
    const requests = [at(531, START + 1), ...others, ...later];
    expect(said(requests, views).slice(-4)).toEqual(['', SHARED, SHARED, SHARED]);
  });

  it('is none of what was led on to another tracker', () => {
    const next = at(532, START + 2);
    const first = { ...at(531, START + 1), status: 302, redirectUrl: next.url.raw };
    expect(said([first, next], views)).toEqual(['', '']);
  });
});
