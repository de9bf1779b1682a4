import { describe, expect, it } from 'vitest';

import { checkRequests } from '@/lib/core/verification/checking';

import { known, pageView, request, START, tracker } from '../verification/build';

/** All that is said of an image with these parameters, loaded on two pages one after the other. */
function saidOf(query: string): readonly string[] {
  const requests = [0, 1000].map((at) =>
    request(`https://ib.adnxs.com/imptr?${query.replace('{new}', String(8261 + at * 31))}`, {
      startedAt: START + at,
    }),
  );
  const views = [pageView('a', START), pageView('b', START + 1000)];
  return checkRequests(requests, views, known(tracker(531))).rows.map(({ findings }) =>
    findings.map(({ severity, code }) => `${severity} ${code}`).join(', '),
  );
}

describe('one fault is one remark', () => {
  it.each([
    ['id=531&amp;t=2&amp;cachebuster={new}', 'error ampersand-left'],
    ['id=531;t=2;cachebuster={new}', 'error query-malformed'],
    ['?id=531&t=2&cachebuster={new}', 'error query-malformed'],
    ['id=%20531&t=2&cachebuster={new}', 'error space-left'],
    ['id=531&t=2%20&cachebuster={new}', 'error space-left'],
    ['id=531&t=2&cachebuster={new}%20', 'warning space-left'],
    ['id=531&t=2&cachebuster={new}&ancost=0.0025%20', 'error space-left'],
    ['id=%E2%80%9C531%E2%80%9D&t=2&cachebuster={new}', 'error quotes-left'],
    ['id=531%E2%80%8B&t=2&cachebuster={new}', 'error invisible-escaped'],
    ['id=531&cachebuster={new}&t=2%3C/script%3E', 'error markup-left'],
    ['id=531&t=2&cachebuster={new}&x=[object%20Object]', 'warning no-value'],
    ['id=531&t=2&cachebuster={new}&ancost=2500000', 'error cost-other-unit'],
    ['id=531&t=2&cachebuster=undefined', 'warning cachebuster-missing'],
    ['id=531&t=2&cachebuster=INSERT_RANDOM_NUMBER_HERE', 'error placeholder-left'],
    ['id=531&t=2&cachebuster=%26%2391%3Btimestamp%26%2393%3B', 'error entity-left'],
    ['id=531&t=2&cachebuster=20261124', 'warning cachebuster-date'],
  ])('%s', (query, said) => expect(saidOf(query)).toEqual([said, said]));

  it.each([
    ['id=531&&cachebuster={new}', 'error query-malformed, warning type-missing'],
    ['id=abc&&t=2&cachebuster={new}', 'error query-malformed, error tracker-id-bad'],
    ['id=abc&t=2%20&cachebuster={new}', 'error space-left, error tracker-id-bad'],
    ['id=531&t=3&cachebuster={new}&x=8%E2%80%9D', 'error quotes-left, error type-bad'],
    ['id=531&amp;t=2', 'error ampersand-left, warning cachebuster-missing'],
  ])('and two are two: %s', (query, said) => {
    const [first = ''] = saidOf(query);
    expect(first.split(', ').toSorted().join(', ')).toBe(said);
  });
});
