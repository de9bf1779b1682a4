import { describe, expect, it, vi } from 'vitest';

import { deliver } from '@/lib/app/builder/deliver';
import { AppError } from '@/lib/core/base/errors';
import type { ActOutcome } from '@/lib/core/console/field-transfer';

const failed = (why: Error) => () => Promise.reject(why);
const put = (outcome: ActOutcome) => () => Promise.resolve(outcome);

describe('deliver', () => {
  it.each([
    ['the field took it', put('taken'), true, 'done', 0],
    ['the field refused it', put('refused'), true, 'not-inserted', 1],
    ['the field is gone', put('gone'), true, 'field-gone', 1],
    ['the frame is gone', failed(new Error('no such frame')), true, 'not-inserted', 1],
    ['nor does the clipboard take it', put('refused'), false, 'copy-failed', 1],
    ['pressed in the wrong place', failed(new AppError('builder-moved')), true, 'moved', 0],
  ] as const)('%s', async (_, puts, copies, wanted, copied) => {
    const copy = vi.fn(() => Promise.resolve(copies));
    expect(await deliver(puts, copy)).toBe(wanted);
    expect(copy).toHaveBeenCalledTimes(copied);
  });
});
