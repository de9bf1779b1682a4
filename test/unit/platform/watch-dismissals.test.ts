import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { watchDismissals } from '@/lib/platform/channels/watch-dismissals';

// Other files of this process may have loaded what is tested here, with their own browser.
vi.hoisted(() => vi.resetModules());
const { sendMessage } = vi.hoisted(() => ({ sendMessage: vi.fn() }));
vi.mock('wxt/browser', () => ({
  browser: { runtime: { sendMessage, onMessage: { addListener: () => {} } } },
}));

const NOTHING = { never: false, sites: [], fields: [] };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is dismissed at a console', () => {
  it.each<[string, (() => Promise<unknown>)[], number]>([
    ['is told', [], 1],
    ['is told though the first question was lost', [() => Promise.reject(new Error('gone'))], 2],
    ['is told though nobody answered at first', [async () => undefined, async () => undefined], 3],
  ])('%s', async (_, lost, times) => {
    sendMessage.mockReset();
    sendMessage.mockResolvedValue({ ok: true, value: NOTHING });
    for (const answer of lost) sendMessage.mockImplementationOnce(answer);
    const told = vi.fn();
    watchDismissals('console.test', told, new AbortController().signal);
    await vi.runAllTimersAsync();
    expect(told).toHaveBeenCalledTimes(1);
    expect(sendMessage).toHaveBeenCalledTimes(times);
  });
});
