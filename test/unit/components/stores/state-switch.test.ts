import { describe, expect, it, vi } from 'vitest';

import { createStateSwitch } from '@/components/stores/state-switch';
import { AppError } from '@/lib/core/base/errors';
import type { Tracker, TrackerState } from '@/lib/core/tracker/tracker';

import { tracker } from '../trackers/build';

const ONE = tracker(1, 'One');

/** Each wish is answered when the test says so. */
function switchOf() {
  const asked: TrackerState[] = [];
  const answers: PromiseWithResolvers<Tracker>[] = [];
  const shown: TrackerState[] = [];
  const fail = vi.fn();
  const it = createStateSwitch(
    {
      setState: (_, state) => {
        asked.push(state);
        const answer = Promise.withResolvers<Tracker>();
        answers.push(answer);
        return answer.promise;
      },
    },
    (changed) => shown.push(changed.state),
    fail,
  );
  const answer = (at: number) => answers[at]?.resolve({ ...ONE, state: asked[at] ?? 'active' });
  return { ...it, asked, answers, answer, shown, fail };
}

describe('a tracker that is switched in the list', () => {
  it('is being saved until the service has answered, and nothing else is shown before', async () => {
    const { flip, saving, switched, answer, shown } = switchOf();
    const done = flip(ONE);
    expect([...saving.value]).toEqual([[1, 'inactive']]);
    expect([shown, switched.value]).toEqual([[], null]);
    answer(0);
    await done;
    expect(saving.value.size).toBe(0);
    expect([shown, switched.value?.state]).toEqual([['inactive'], 'inactive']);
  });

  it('is switched back, as long as that is offered', async () => {
    const { flip, undo, switched, asked, answer } = switchOf();
    const first = flip(ONE);
    answer(0);
    await first;
    const back = undo();
    expect(switched.value, 'offered once').toBeNull();
    answer(1);
    await back;
    expect(asked).toEqual(['inactive', 'active']);
    expect(switched.value?.state).toBe('active');
  });

  it('is not switched back where nothing was switched, or it is offered no more', async () => {
    const { flip, undo, forget, asked, answer } = switchOf();
    await undo();
    const done = flip(ONE);
    answer(0);
    await done;
    forget();
    await undo();
    expect(asked).toEqual(['inactive']);
  });

  it('pressed again while it is saved, goes on from what was wished', async () => {
    const { flip, saving, switched, asked, answer } = switchOf();
    const wishes = [flip(ONE), flip(ONE), flip(ONE)];
    expect(asked).toEqual(['inactive', 'active', 'inactive']);
    answer(0);
    answer(1);
    await Promise.all(wishes.slice(0, 2));
    expect([...saving.value], 'the last is still under way').toEqual([[1, 'inactive']]);
    expect(switched.value).toBeNull();
    answer(2);
    await Promise.all(wishes);
    expect(saving.value.size).toBe(0);
    expect(switched.value?.state).toBe('inactive');
  });

  it.each(['answered', 'failed'])(
    'that was %s once another person is shown, is nothing of theirs',
    async (how) => {
      const { flip, leave, saving, switched, answer, answers, shown, fail } = switchOf();
      const done = flip(ONE);
      leave();
      expect(saving.value.size).toBe(0);
      if (how === 'answered') answer(0);
      else answers[0]?.reject(new AppError('session-expired'));
      await done;
      expect([shown, switched.value, fail.mock.calls]).toEqual([[], null, []]);
    },
  );

  it('stays as it was where that fails, which is said', async () => {
    const { flip, saving, switched, answers, shown, fail } = switchOf();
    const done = flip(ONE);
    answers[0]?.reject(new AppError('network'));
    await done;
    expect([shown, saving.value.size, switched.value]).toEqual([[], 0, null]);
    expect(fail.mock.calls).toEqual([[new AppError('network')]]);
  });
});
