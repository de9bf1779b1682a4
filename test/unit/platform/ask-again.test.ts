import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { askAgain } from '@/lib/platform/channels/ask-again';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Answers with each in turn, and counts how often it was asked. */
function answers(...given: (string | null)[]) {
  return vi.fn(async () => given.shift() ?? null);
}

async function outcome(ask: () => Promise<string | null>, isOver = () => false) {
  const answer = askAgain(ask, isOver);
  await vi.runAllTimersAsync();
  return answer;
}

describe('a question to a background that may have stopped', () => {
  it.each([
    ['answered at once, is asked once', ['yes'], 'yes', 1],
    ['not answered at first, is put again', [null, null, 'yes'], 'yes', 3],
    ['never answered, is given up', [], null, 5],
  ])('%s', async (_, given, expected, times) => {
    const ask = answers(...given);
    expect(await outcome(ask)).toBe(expected);
    expect(ask).toHaveBeenCalledTimes(times);
  });

  it('is not put again once it is over', async () => {
    const ask = answers();
    expect(await outcome(ask, () => ask.mock.calls.length > 1)).toBeNull();
    expect(ask).toHaveBeenCalledTimes(2);
  });
});
