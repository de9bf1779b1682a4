import { isPlainAmount } from '../../pixel/amount';
import type { About, AddressRule } from '../rule';
import { costOf } from './cost';

/**
 * More than 1 for a single impression is a CPM nearly every time (ad-servers.md section 6, row 16).
 * Once it fired, an ad server may have filled in what it really paid.
 */
export const costHigh: AddressRule = {
  kind: 'address',
  code: 'cost-high',
  written: 'warning',
  fired: null,
  look: (context) => {
    const cost = costOf(context);
    if (cost?.kind !== 'amount' || !isPlainAmount(cost.value) || Number(cost.value) <= 1) return [];
    return [{ at: cost.parameter, values: { value: cost.value } }];
  },
  seen: ({ value }) => `${value ?? ''} for one impression is very high. Is it a CPM?`,
  next: 'Divide a CPM by 1,000.',
};

export const about: About = {
  why: 'ancost is what was paid for this one impression and overrides the payment rules in Monetize.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&ancost=2.5',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&ancost=0.0025',
};
