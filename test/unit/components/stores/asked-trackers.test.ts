import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { type AskedActions, createAskedTrackers } from '@/components/stores/asked-trackers';
import { AppError } from '@/lib/core/base/errors';

import { tracker } from '../trackers/build';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A list with 1 and 2; 3 is cached, of another advertiser; 4 is known to the service, 5 to nobody. */
function searchIn(change: Partial<AskedActions> = {}) {
  const cached = new Map([[3, tracker(3, 'Three')]]);
  const lookUp = vi.fn(async (ids: readonly number[]) => {
    if (ids.includes(4)) cached.set(4, tracker(4, 'Four'));
    return ids.filter((id) => id !== 4);
  });
  const findTrackers = async (ids: readonly number[]) => ids.flatMap((id) => cached.get(id) ?? []);
  const ids = signal<readonly number[] | null>(null);
  const fail = vi.fn();
  const others = createAskedTrackers(
    { findTrackers, lookUp, ...change },
    ids,
    () => [tracker(1, 'One'), tracker(2, 'Two')],
    fail,
  );
  const shown = () => others.asked.value.map(({ id }) => id);
  return { ids, others, lookUp, cached, fail, shown };
}

describe('ids that are searched for', () => {
  it.each([
    ['those of the list are asked of nobody', [1, 2], [], [], []],
    ['what is cached is asked of nobody', [1, 3], [3], [], []],
    [
      'the service is asked for the rest, and what it does not show is named',
      [1, 3, 4, 5],
      [3, 4],
      [5],
      [4, 5],
    ],
  ])('%s', async (_, wanted, found, absent, asked) => {
    const { ids, others, lookUp, shown } = searchIn();
    ids.value = wanted;
    await vi.runAllTimersAsync();
    expect(shown()).toEqual(found);
    expect(others.absent.value).toEqual(absent);
    expect(lookUp.mock.calls.flat(2)).toEqual(asked);
    expect(others.isAsking.value).toBe(false);
  });

  it('are asked for once somebody has stopped typing, and only those typed last', async () => {
    const { ids, others, lookUp } = searchIn();
    for (const wanted of [
      [4, 7],
      [4, 71],
      [4, 713],
    ]) {
      ids.value = wanted;
      await vi.advanceTimersByTimeAsync(200);
      expect(others.isAsking.value).toBe(true);
    }
    await vi.runAllTimersAsync();
    expect(lookUp.mock.calls).toEqual([[[4, 713]]]);
    expect(others.absent.value).toEqual([713]);
  });

  it('typed otherwise, the same are not asked for again', async () => {
    const { ids, lookUp } = searchIn();
    ids.value = [4, 5];
    await vi.runAllTimersAsync();
    ids.value = [4, 5];
    await vi.runAllTimersAsync();
    expect(lookUp).toHaveBeenCalledTimes(1);
  });

  it('are forgotten with the search, at once, and however late their answer comes', async () => {
    const late = Promise.withResolvers<readonly number[]>();
    const { ids, others, shown } = searchIn({ lookUp: () => late.promise });
    ids.value = [3, 4];
    await vi.runAllTimersAsync();
    expect([shown(), others.isAsking.value]).toEqual([[3], true]);
    ids.value = null;
    expect([shown(), others.isAsking.value]).toEqual([[], false]);
    late.resolve([4]);
    await vi.runAllTimersAsync();
    expect([shown(), others.absent.value]).toEqual([[], []]);
  });

  it('what is cached stays where the service does not answer, and that is said', async () => {
    const { ids, others, fail, shown } = searchIn({
      lookUp: async () => {
        throw new AppError('network');
      },
    });
    ids.value = [3, 4];
    await vi.runAllTimersAsync();
    expect([shown(), others.absent.value, others.isAsking.value]).toEqual([[3], [], false]);
    expect(fail).toHaveBeenCalledTimes(1);
  });

  it('show what is changed elsewhere, and go when they are deleted', async () => {
    const { ids, others, cached } = searchIn();
    ids.value = [3, 4];
    await vi.runAllTimersAsync();
    cached.set(3, { ...tracker(3, 'Three'), state: 'inactive' });
    cached.delete(4);
    await others.refresh([3, 4, 99]);
    expect(others.asked.value).toEqual([{ ...tracker(3, 'Three'), state: 'inactive' }]);
  });
});
