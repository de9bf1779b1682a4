import { describe, expect, it } from 'vitest';

import { planState } from '@/lib/core/tracker-sheet/state-plan';

import { tracker } from '../../components/trackers/build';

const ON = { ...tracker(1, 'On'), state: 'active' as const };
const OFF = { ...tracker(2, 'Off'), state: 'inactive' as const };

describe('a dry run of states', () => {
  it.each([
    ['active', ['unchanged', 'change']],
    ['inactive', ['change', 'unchanged']],
  ] as const)('to %s sends only what is other now', (state, kinds) => {
    const rows = planState([ON, OFF], state);
    expect(rows.map(({ kind }) => kind)).toEqual(kinds);
    for (const { kind, changes, fields } of rows) {
      expect(changes).toEqual(kind === 'change' ? { state } : {});
      expect(fields).toHaveLength(kind === 'change' ? 1 : 0);
    }
  });

  it('of nothing is nothing', () => {
    expect(planState([], 'active')).toEqual([]);
  });
});
