import type { About, AddressRule } from '../rule';
import { costOf } from './cost';
import { macroLeftIn, macroSentence, macroValues } from './macro-left';

/** Once it fired, no macro is left in the cost. */
export const costMacro: AddressRule = {
  kind: 'address',
  code: 'cost-macro',
  written: null,
  fired: 'error',
  look: (context) => {
    const cost = costOf(context);
    const macro = cost && macroLeftIn(cost.parameter.value ?? '', context.servers);
    return cost && macro ? [{ at: cost.parameter, values: macroValues('ancost', macro) }] : [];
  },
  seen: (values) => `The cost was not filled in: ${macroSentence(values)}`,
  next: `Leave ancost out, or give the creative the macro of the ad server that serves it.`,
};

export const about: About = {
  why: 'ancost overrides the payment rules in Monetize, and this is not a number.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&ancost=${AUCTION_PRICE}',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&ancost=0.0025',
};
