import { expect, it } from 'vitest';

import { followKey } from '@/lib/core/recording/follow-key';
import { createJoining } from '@/lib/core/recording/join-observations';
import type { Observation } from '@/lib/core/recording/observation';

import { pixel, seen } from './build';

const pending = { outcome: 'pending', status: 0, duration: null } as const;
const listened = (at: number, changes: Parameters<typeof seen>[2] = {}) =>
  seen('webRequest', at, { requestId: '8', ...changes });

/** The key that is chosen, the request that has it by then, and how it stands. */
function choose(first: readonly Observation[], then: readonly Observation[], at = 0) {
  const panel = createJoining();
  const recorder = createJoining();
  recorder.observe(first);
  panel.take(recorder.requests());
  const chosen = panel.requests()[at]?.key ?? null;
  recorder.observe(then);
  const key = followKey(chosen, panel.take(recorder.requests()));
  return { chosen, key, row: panel.requests().find((one) => one.key === key) };
}

it('what is chosen in flight is chosen still, when DevTools tells of it, too', () => {
  const { chosen, key, row } = choose([listened(3, pending)], [listened(3), seen('har-log', 0)]);
  expect(key).not.toBe(chosen);
  expect(row).toMatchObject({ outcome: 'answered' });
});

it('what has only come to its end has its key', () => {
  const { chosen, key } = choose([listened(3, pending)], [listened(3)]);
  expect(key).toBe(chosen);
});

it('of two that are alike each stays what it is', () => {
  const two = [
    listened(0, { ...pending, requestId: '1' }),
    listened(2000, { ...pending, requestId: '2' }),
  ];
  const logs = [seen('har-log', 0), seen('har-log', 1999, { requestId: '2' })];
  expect(choose(two, logs, 0).row?.startedAt).toBe(logs[0]?.startedAt);
  expect(choose(two, logs, 1).row?.startedAt).toBe(logs[1]?.startedAt);
});

it('nothing chosen stays so, and what another change is about stays what it is', () => {
  const joining = createJoining();
  joining.observe([listened(3, { raw: pixel(7) })]);
  const change = joining.take([]);
  expect(followKey(null, change)).toBeNull();
  expect(followKey('x', change)).toBe('x');
});
