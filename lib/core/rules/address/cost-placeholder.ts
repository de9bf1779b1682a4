import type { About, AddressRule } from '../rule';
import { remove } from './changes';
import { costOf } from './cost';

/** The cost is no gap of Monetize's own exports. Once it fired, it is a macro that is left. */
export const costPlaceholder: AddressRule = {
  kind: 'address',
  code: 'cost-placeholder',
  written: 'error',
  fired: null,
  look: (context) => {
    const cost = costOf(context);
    if (cost?.kind !== 'gap') return [];
    const { parameter, value } = cost;
    return [{ at: parameter, values: { value }, change: remove(context.url, parameter) }];
  },
  seen: ({ value }) => `${value ?? ''} is a gap, not a cost.`,
  next: 'Give an amount, or leave the cost out.',
};

export const about: About = {
  why: 'ancost overrides the payment rules in Monetize, and this is not a number.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&ancost=[ANCOST]',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
