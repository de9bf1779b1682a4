import { describe, expect, it } from 'vitest';

import {
  dismiss,
  isDismissed,
  NO_DISMISSALS,
  readDismissals,
  restore,
} from '@/lib/core/dismissals';

const field = { host: 'ads.example', key: 'textarea:pixel', label: 'Pixel' };

describe('dismissing', () => {
  it.each([
    ['field', true, false, false],
    ['site', true, true, false],
    ['all', true, true, true],
  ] as const)('%s', (scope, same, sameSite, elsewhere) => {
    const after = dismiss(NO_DISMISSALS, scope, field);
    expect(isDismissed(after, 'ads.example', 'textarea:pixel')).toBe(same);
    expect(isDismissed(after, 'ads.example', 'input:other')).toBe(sameSite);
    expect(isDismissed(after, 'other.example', 'textarea:pixel')).toBe(elsewhere);
    expect(restore(after, scope, field)).toEqual(NO_DISMISSALS);
    expect(dismiss(after, scope, field)).toEqual(after);
  });
});

describe('what was stored', () => {
  it.each([undefined, null, 7, 'text', [], {}, { never: 'yes', hosts: 'x', fields: 7 }])(
    '%o counts as nothing',
    (stored) => expect(readDismissals(stored)).toEqual(NO_DISMISSALS),
  );
  it('keeps what can be read of it', () => {
    const stored = { never: true, hosts: ['a', 7], fields: [field, { host: 'b' }, null] };
    expect(readDismissals(stored)).toEqual({ never: true, hosts: ['a'], fields: [field] });
  });
});
