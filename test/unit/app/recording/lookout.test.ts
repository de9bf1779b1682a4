import { describe, expect, it } from 'vitest';

import { createLookout } from '@/lib/app/recording/lookout';

/** A clock and timers in the test's hands: `run` goes to a moment and lets everything happen until then. */
function setUp(took = 10) {
  let now = 0;
  let timers: { at: number; step: () => void }[] = [];
  const acted: number[] = [];
  const sign = createLookout({
    now: () => now,
    later: (ms, step) => void timers.push({ at: now + ms, step }),
    pause: (isAtWork) => (isAtWork ? 100 : 1000),
    atWorkFor: 500,
    act: async () => {
      acted.push(now);
      now += took;
    },
  });
  async function run(until: number): Promise<void> {
    for (;;) {
      const [next] = timers.toSorted((a, b) => a.at - b.at);
      if (!next || next.at > until) break;
      timers = timers.filter((one) => one !== next);
      now = Math.max(now, next.at);
      next.step();
      // What is waited for is done by then.
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    }
    now = Math.max(now, until);
  }
  return { sign, run, acted, waiting: () => timers.length };
}

describe('the lookout', () => {
  it.each([
    ['at rest, each pause after the last is done', [], 3100, [1000, 2010, 3020]],
    ['at a sign, sooner', [1500], 1800, [1000, 1500, 1610, 1720]],
    ['before the first, too', [200], 420, [200, 310, 420]],
    [
      'as at rest, some time after the last sign',
      [200],
      2000,
      [200, 310, 420, 530, 640, 750, 1760],
    ],
    ['however many signs there are', [1500, 1501, 1502, 1503], 1620, [1000, 1500, 1611]],
  ])('acts %s', async (_, signs, until, wanted) => {
    const { sign, run, acted } = setUp();
    for (const at of signs) {
      await run(at);
      sign();
    }
    await run(until);
    expect(acted).toHaveLength(wanted.length);
    for (const [index, at] of acted.entries()) {
      expect(Math.abs(at - (wanted[index] ?? 0)), `${acted}`).toBeLessThanOrEqual(10);
    }
  });

  it('does not starve while signs do not end', async () => {
    const { sign, run, acted } = setUp();
    for (let at = 0; at < 3000; at += 20) {
      await run(at);
      sign();
    }
    expect(acted.length).toBeGreaterThan(20);
  });

  it('has one timer that counts, and few that do not', async () => {
    const { sign, run, waiting } = setUp();
    for (let at = 0; at < 3000; at += 1) {
      await run(at);
      sign();
    }
    expect(waiting()).toBeLessThanOrEqual(3);
  });
});
