import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readKept, readTrackerId, readTrackers, readTrackersJson } from '@/components/embed/guards';
import { DEFAULT_CHOICES } from '@/lib/core/tag/write/build-tag';

import { RUNS } from '../../runs';

describe('readTrackers', () => {
  it.each<[string, unknown, readonly object[]]>([
    ['a list', [{ id: 1, name: 'One' }], [{ id: 1, name: 'One' }]],
    ['ids as text, as JSON from elsewhere has them', [{ id: '12' }], [{ id: 12, name: '12' }]],
    ['a name that is no text', [{ id: 1, name: {} }], [{ id: 1, name: '1' }]],
    ['more than is asked for', [{ id: 1, name: 'One', code: 'x' }], [{ id: 1, name: 'One' }]],
    ['rows that are no tracker', [null, 3, {}, { id: -1 }, { id: 1e300 }, { name: 'x' }], []],
    ['no list', { id: 1, name: 'One' }, []],
    ['nothing', undefined, []],
  ])('%s', (_what, value, trackers) => {
    expect(readTrackers(value)).toEqual(trackers);
  });

  it.each(['', '{', 'null', '"text"', '[{"id":'])('is empty for %j', (text) => {
    expect(readTrackersJson(text)).toEqual([]);
  });

  it('takes any value without failing', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const { id, name } of readTrackers(value)) {
          expect(readTrackerId(id)).toBe(id);
          expect(name).not.toBe('');
        }
      }),
      RUNS,
    );
  }, 30_000);
});

describe('readKept', () => {
  const kept = { tracker: { id: 7, name: 'Seven' }, choices: DEFAULT_CHOICES };

  it.each([
    kept,
    { ...kept, tracker: null },
    { ...kept, choices: { ...DEFAULT_CHOICES, adServerId: 'gam', withCost: true, cost: '1' } },
  ])('reads what was written: %j', (written) => {
    expect(readKept(JSON.stringify(written))).toEqual(written);
  });

  it.each([
    'nonsense',
    'null',
    '{}',
    JSON.stringify({ ...kept, choices: {} }),
    JSON.stringify({ ...kept, choices: { ...DEFAULT_CHOICES, comments: 'yes' } }),
    JSON.stringify({ ...kept, choices: { ...DEFAULT_CHOICES, type: 'iframe' } }),
    JSON.stringify({ ...kept, choices: { ...DEFAULT_CHOICES, ampersands: '' } }),
  ])('refuses %s', (text) => {
    expect(readKept(text)).toBeNull();
  });
});
