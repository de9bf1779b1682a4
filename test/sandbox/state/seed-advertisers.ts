import type { Random } from '../random.ts';
import { BRANDS } from './words.ts';

/** An advertiser to be made, and how much it gets. */
export interface SeededAdvertiser {
  readonly id: number;
  readonly name: string;
  readonly code: string | null;
  readonly state: 'active' | 'inactive';
  readonly lineItems: number;
  readonly trackers: number;
  /** The share of its trackers that is inactive. */
  readonly inactive: number;
}

/** The three advertisers that tests and demos name: a handful, some, and very many trackers. */
export const NAMED_ADVERTISERS = {
  small: { id: 700_101, name: 'Harbour Coffee' },
  medium: { id: 700_102, name: 'Northwind Outfitters' },
  large: { id: 700_103, name: 'Meridian Travel' },
} as const;

/** The named three first, then some forty others with few trackers or none. */
export function advertisersToSeed(random: Random): SeededAdvertiser[] {
  const { small, medium, large } = NAMED_ADVERTISERS;
  const named: SeededAdvertiser[] = [
    { ...small, code: 'HC', state: 'active', lineItems: 3, trackers: 2, inactive: 0 },
    { ...medium, code: 'NWO', state: 'active', lineItems: 24, trackers: 250, inactive: 0.2 },
    { ...large, code: 'MT', state: 'active', lineItems: 320, trackers: 10_000, inactive: 0.2 },
  ];
  const others = BRANDS.map((name, index): SeededAdvertiser => {
    const trackers = random.int(0, 5);
    return {
      id: 700_104 + index,
      name,
      code: random.chance(0.5) ? `ADV-${1000 + index * 7}` : null,
      state: random.chance(0.85) ? 'active' : 'inactive',
      // A tracker needs a line item; an advertiser without either is the empty state to test.
      lineItems: trackers === 0 ? random.int(0, 1) : random.int(1, 6),
      trackers,
      inactive: 0.2,
    };
  });
  return [...named, ...others];
}
