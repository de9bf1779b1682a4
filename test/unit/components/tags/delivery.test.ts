import { describe, expect, it } from 'vitest';

import { sayDelivery } from '@/components/tags/delivery';

describe('what is said of a delivery', () => {
  it('promises the clipboard only where the tag is there', () => {
    expect(sayDelivery('not-inserted', '').text).toContain('on the clipboard');
    expect(sayDelivery('copy-failed', '').text).not.toContain('on the clipboard');
  });
});
