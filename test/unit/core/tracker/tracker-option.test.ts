import { describe, expect, it } from 'vitest';

import { optionOf, TrackerOptionSchema } from '@/lib/core/tracker/option';
import type { Tracker } from '@/lib/core/tracker/tracker';

const TRACKER: Tracker = {
  id: 531,
  memberId: 7,
  advertiserId: 9,
  name: 'Spring',
  code: 'secret-code',
  state: 'inactive',
  lineItem: { id: 1, name: 'Line' },
  publisher: { id: 2, name: 'Local Paper' },
  placement: null,
  paymentRule: { id: 3, name: 'Rule' },
  lastModified: 0,
};

describe('a tracker as the builder offers it', () => {
  it('is what tells it from others, and no more', () => {
    const option = optionOf(TRACKER);
    expect(option).toEqual({
      id: 531,
      name: 'Spring',
      publisher: 'Local Paper',
      placement: null,
      state: 'inactive',
    });
    expect(TrackerOptionSchema.parse(option)).toEqual(option);
  });
});
