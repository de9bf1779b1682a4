import { describe, expect, it } from 'vitest';

import {
  begin,
  firstEnd,
  isOver,
  type Lease,
  LEASE_MS,
  LeaseSchema,
  leave,
  MAX_REHEARSALS,
  RENEW_MS,
  renew,
  UNLOAD_MS,
  visit,
} from '@/lib/core/rehearsal/lease';

const NAMED = {
  tabId: 7,
  host: 'site.example',
  token: '11111111-2222-4333-8444-555555555555',
  run: 'aaaaaaaa-2222-4333-8444-555555555555',
};
const AT = 1_000_000;

function lease(now = AT): Lease {
  const begun = begin([], NAMED, now);
  if (!begun) throw new Error('none began');
  return begun;
}

describe('a lease', () => {
  it('begins with a canary that is not back yet', () => {
    expect(lease()).toMatchObject({ isOn: false, isLeaving: false, endsAt: AT + LEASE_MS });
    expect(LeaseSchema.safeParse(lease()).success).toBe(true);
  });

  it('takes the lowest number that is free, until there are too many', () => {
    const many = Array.from({ length: MAX_REHEARSALS }, (_, slot) => ({ ...lease(), slot }));
    expect(begin(many.toSpliced(3, 1), NAMED, AT)?.slot).toBe(3);
    expect(begin(many, NAMED, AT)).toBeNull();
  });

  it('is renewed often enough that a window out of sight does not lose it', () => {
    expect(RENEW_MS).toBeLessThan(LEASE_MS);
    expect(LEASE_MS, 'hidden pages have timers once a minute').toBeGreaterThan(60_000);
  });

  it.each<[string, Lease, number, number]>([
    ['while it lasts', lease(), AT + 80_000, AT + 80_000 + LEASE_MS],
    ['not once it is over', lease(), AT + LEASE_MS, AT + LEASE_MS],
    ['not once its tab is gone', leave(lease(), AT), AT + 5000, AT + UNLOAD_MS],
  ])('is renewed: %s', (_, one, now, endsAt) => expect(renew(one, now).endsAt).toBe(endsAt));

  it.each<[string, number, number]>([
    ['soon after its tab', AT + 1000, AT + 1000 + UNLOAD_MS],
    ['never later than it would have', AT + LEASE_MS - 1, AT + LEASE_MS],
  ])('ends %s', (_, now, endsAt) => expect(leave(lease(), now).endsAt).toBe(endsAt));

  it.each<[string, number, boolean]>([
    ['at once', AT, false],
    ['just before its end', AT + LEASE_MS - 1, false],
    ['at its end', AT + LEASE_MS, true],
    ['long after', AT + 1e9, true],
    ['where the clock was put back', AT - 1, true],
  ])('is over: %s', (_, now, expected) => expect(isOver(lease(), now)).toBe(expected));

  it('from the future is over', () => {
    expect(isOver({ ...lease(), endsAt: AT + LEASE_MS + 1 }, AT)).toBe(true);
  });

  it('knows each host once, and the latest of very many', () => {
    expect(visit(visit(lease(), 'b.example'), 'b.example').hosts).toEqual([
      'site.example',
      'b.example',
    ]);
    const hosts = Array.from({ length: 200 }, (_, index) => `${index}.example`);
    expect(hosts.reduce(visit, lease()).hosts.slice(-1)).toEqual(['199.example']);
    expect(hosts.reduce(visit, lease()).hosts).toHaveLength(100);
  });

  it('of several ends the first', () => {
    expect(firstEnd([])).toBeNull();
    expect(firstEnd([lease(), leave(lease(), AT)])).toBe(AT + UNLOAD_MS);
  });
});
