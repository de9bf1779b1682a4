import { describe, expect, it } from 'vitest';

import {
  dismiss,
  dismissalsAt,
  isDismissed,
  NO_DISMISSALS,
  readDismissals,
  restore,
} from '@/lib/core/console/dismissals';

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

describe('what a page of one host hears', () => {
  it('is what concerns that host', () => {
    const there = { host: 'other.example', key: 'input:x', label: 'X' };
    const all = { never: false, hosts: ['ads.example', 'b.example'], fields: [field, there] };
    expect(dismissalsAt(all, 'ads.example')).toEqual({
      never: false,
      hosts: ['ads.example'],
      fields: [field],
    });
    expect(dismissalsAt({ ...all, never: true }, 'elsewhere.example')).toEqual({
      never: true,
      hosts: [],
      fields: [],
    });
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
