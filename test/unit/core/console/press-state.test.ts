import { describe, expect, it } from 'vitest';

import { pressStateAt, type Sight } from '@/lib/core/console/press-state';

const SEEN: Sight = {
  canTell: true,
  isUncovered: true,
  isWhole: true,
  unseenSince: null,
  changedAt: 1000,
};

describe('whether a press that writes counts', () => {
  it.each<[string, Partial<Sight>, number, string, number | null]>([
    ['seen and still', {}, 1500, 'ready', null],
    ['moved a moment ago', {}, 1499, 'wait moved', 1500],
    ['covered', { isUncovered: false, unseenSince: 1000 }, 2999, 'wait covered', 3000],
    [
      'covered for two seconds',
      { isUncovered: false, unseenSince: 1000 },
      3000,
      'window page',
      null,
    ],
    ['partly out of view', { isWhole: false, unseenSince: 1000 }, 1000, 'wait out-of-view', 3000],
    [
      'out of view and covered',
      { isWhole: false, isUncovered: false, unseenSince: 1000 },
      1200,
      'wait out-of-view',
      3000,
    ],
    ['out of view for two seconds', { isWhole: false, unseenSince: 0 }, 2000, 'window page', null],
    ['a browser that cannot tell', { canTell: false }, 9000, 'window browser', null],
    ['cannot tell, whatever else', { canTell: false, unseenSince: 0 }, 0, 'window browser', null],
  ])('%s', (_, part, now, said, until) => {
    const found = pressStateAt({ ...SEEN, ...part }, now);
    const { state } = found;
    expect('why' in state ? `${state.kind} ${state.why}` : state.kind).toBe(said);
    expect(found.until).toBe(until);
  });
});
