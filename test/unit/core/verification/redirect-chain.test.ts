import { describe, expect, it } from 'vitest';

import { checkRequests } from '@/lib/core/verification/checking';
import { MAX_CHAIN, redirectChainOf } from '@/lib/core/verification/redirect-chain';

import { known, request, START, tracker } from './build';

const HOSTS = ['ib.adnxs.com', 'secure.adnxs.com', 'm.adnxs.com'];
const url = (host: string) => `https://${host}/imptr?id=531&t=2&cachebuster=1`;
const [FIRST = '', SECOND = '', THIRD = ''] = HOSTS.map(url);
const LANDING = 'https://landing.example/';

function rowsOf(...hops: readonly (readonly [address: string, redirectUrl: string | null])[]) {
  const requests = hops.map(([address, redirectUrl], index) =>
    request(address, { startedAt: START + index, redirectUrl, status: redirectUrl ? 302 : 200 }),
  );
  return checkRequests(requests, [], known(tracker(531))).rows;
}

describe('the redirects round a request', () => {
  const rows = rowsOf([FIRST, SECOND], [SECOND, THIRD], [THIRD, LANDING]);

  it.each([0, 1, 2])('are the same from each of them: %d', (at) => {
    const [row] = rows.slice(at);
    const chain = row && redirectChainOf(rows, row);
    expect(chain?.map(({ address }) => address)).toEqual([FIRST, SECOND, THIRD, LANDING]);
    expect(chain?.map((step) => step.row)).toEqual([...rows, null]);
  });

  it.each([
    ['there was none', rowsOf([FIRST, null])],
    ['another only has the same address', rowsOf([FIRST, null], [SECOND, null])],
  ])('are it alone where %s', (_, some) => {
    const [row] = some;
    expect(row && redirectChainOf(some, row)).toEqual([{ address: FIRST, row }]);
  });

  it('are those of its own, where two went the same way at once', () => {
    const two = rowsOf([FIRST, SECOND], [SECOND, LANDING], [FIRST, SECOND], [SECOND, null]);
    const last = two[3];
    const chain = last && redirectChainOf(two, last);
    expect(chain?.map((step) => step.row && two.indexOf(step.row))).toEqual([2, 3]);
  });

  it('end, however often they lead round', () => {
    const round = Array.from(
      { length: 100 },
      (_, index) => (index % 2 ? [SECOND, FIRST] : [FIRST, SECOND]) as [string, string],
    );
    const many = rowsOf(...round);
    const [row] = many;
    expect(row && redirectChainOf(many, row).length).toBe(MAX_CHAIN);
  });
});
