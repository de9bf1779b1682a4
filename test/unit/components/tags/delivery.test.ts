import { describe, expect, it, vi } from 'vitest';

import { deliver, sayDelivery } from '@/components/tags/delivery';
import type { ActOutcome } from '@/lib/core/console/field-transfer';

const gone = () => Promise.reject(new Error('no such frame'));
const put = (outcome: ActOutcome) => () => Promise.resolve(outcome);

describe('deliver', () => {
  it.each([
    ['the field took it', put('taken'), true, 'done'],
    ['the field refused it', put('refused'), true, 'not-inserted'],
    ['the frame is gone', gone, true, 'not-inserted'],
    ['nor does the clipboard take it', put('refused'), false, 'copy-failed'],
  ] as const)('%s', async (_, puts, copies, wanted) => {
    const copy = vi.fn(() => Promise.resolve(copies));
    expect(await deliver(puts, copy)).toBe(wanted);
    expect(copy).toHaveBeenCalledTimes(wanted === 'done' ? 0 : 1);
  });
  it('promises the clipboard only where the tag is there', () => {
    expect(sayDelivery('not-inserted', '').text).toContain('on the clipboard');
    expect(sayDelivery('copy-failed', '').text).not.toContain('on the clipboard');
  });
});
