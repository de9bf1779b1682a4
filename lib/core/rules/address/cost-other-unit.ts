import { isPlainAmount } from '../../pixel/amount';
import type { About, AddressRule } from '../rule';
import { costOf } from './cost';

// What an ad server filled in may well be above 1, as for a video; a CPM of 10,000 is nobody's.
const MOST = 10;

/** The cost that was sent is money per impression, as far as its size can tell. */
export const costOtherUnit: AddressRule = {
  kind: 'address',
  code: 'cost-other-unit',
  written: null,
  fired: 'warning',
  look: (context) => {
    const cost = costOf(context);
    if (cost?.kind !== 'amount') return [];
    // Micros have more digits than an amount may have.
    if (!isPlainAmount(cost.value) && !/^\d{7,15}$/.test(cost.value)) return [];
    const amount = Number(cost.value);
    if (amount <= MOST) return [];
    const values = { value: cost.value, cpm: String(Math.round(amount * 1000)) };
    return [{ at: cost.parameter, values }];
  },
  seen: ({ value, cpm }) =>
    `A cost of ${value ?? ''} for one impression would be a CPM of ${cpm ?? ''}.`,
  next: 'Check what the ad server’s cost macro gives: a CPM has to be divided by 1,000, micros by a million.',
};

export const about: About = {
  why: 'ancost is what was paid for this one impression and overrides the payment rules in Monetize. A smaller number does not show its unit.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&ancost=2500',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&ancost=0.0025',
};
