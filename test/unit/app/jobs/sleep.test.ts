import { describe, expect, it } from 'vitest';

import { createSleep } from '@/lib/app/jobs/sleep';

/** A worker with a clock that is moved by hand; `alarm` is when the browser starts it. */
function sleepingWorker() {
  let time = 0;
  let timers: { at: number; act: () => void }[] = [];
  const state = { alarm: null as number | null };
  const { sleep, wake } = createSleep({
    now: () => time,
    timer: (ms, act) => {
      const one = { at: time + ms, act };
      timers = [...timers, one];
      return () => {
        timers = timers.filter((other) => other !== one);
      };
    },
    wakeAt: (moment) => {
      state.alarm = moment;
    },
  });
  const ended: string[] = [];
  return {
    state,
    wake,
    ended,
    sleep: (name: string, ms: number, signal?: AbortSignal) =>
      void sleep(ms, signal).then(() => ended.push(name)),
    timers: () => timers.length,
    /** Goes on to a moment; timers go off, unless the machine itself was asleep. */
    async to(moment: number, { areTimersHeard = true } = {}) {
      time = moment;
      if (areTimersHeard) for (const { at, act } of timers) if (at <= time) act();
      await Promise.resolve();
    },
  };
}

describe('a wait', () => {
  it.each([
    [1, null],
    [20_000, null],
    [20_001, 20_001],
    [60_000, 60_000],
  ])('of %i ms has its alarm at %s, and ends by its timer', async (ms, alarm) => {
    const { sleep, state, ended, to } = sleepingWorker();
    sleep('one', ms);
    expect(state.alarm).toBe(alarm);
    await to(ms - 1);
    expect(ended).toEqual([]);
    await to(ms);
    expect(ended).toEqual(['one']);
    expect(state.alarm).toBeNull();
  });

  it('of several has the alarm of the next that ends', async () => {
    const { sleep, state, to } = sleepingWorker();
    sleep('late', 60_000);
    sleep('soon', 30_000);
    sleep('short', 5000);
    expect(state.alarm).toBe(30_000);
    await to(30_000);
    expect(state.alarm).toBe(60_000);
    await to(60_000);
    expect(state.alarm).toBeNull();
  });

  it('whose timer was not heard ends by the alarm, and no other does', async () => {
    const { sleep, wake, ended, to, timers } = sleepingWorker();
    sleep('soon', 30_000);
    sleep('late', 60_000);
    await to(30_000, { areTimersHeard: false });
    wake();
    await Promise.resolve();
    expect(ended).toEqual(['soon']);
    expect(timers()).toBe(1);
  });

  it('ends not by an alarm that is too early', async () => {
    const { sleep, wake, ended, to } = sleepingWorker();
    sleep('one', 30_000);
    await to(29_999, { areTimersHeard: false });
    wake();
    await Promise.resolve();
    expect(ended).toEqual([]);
  });

  it('that is given up leaves no timer and no alarm', async () => {
    const { sleep, state, timers } = sleepingWorker();
    const stop = new AbortController();
    sleep('one', 30_000, stop.signal);
    stop.abort();
    expect([state.alarm, timers()]).toEqual([null, 0]);
  });
});
