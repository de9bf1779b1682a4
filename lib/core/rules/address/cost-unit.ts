import { costMacroOf } from '../../ad-server/ad-server';
import type { About, AddressRule } from '../rule';
import { costOf } from './cost';

// The one macro documented as money per impression (row 7).
const PER_IMPRESSION = /per impression/i;
const OTHER_UNIT = /cpm|micro|winning_price|auction_price|ecpm/i;

/** The cost macro gives money per impression. Once it fired, the number does not show its unit. */
export const costUnit: AddressRule = {
  kind: 'address',
  code: 'cost-unit',
  written: 'error',
  fired: null,
  look: (context) => {
    const cost = costOf(context);
    if (cost?.kind !== 'macro' || context.costIsPerImpression) return [];
    const { parameter, value: macro } = cost;
    const { server, servers } = context;
    const known = [server, ...servers].map(costMacroOf).find((it) => it?.macro === macro);
    if (known ? PER_IMPRESSION.test(known.unit ?? '') : !OTHER_UNIT.test(macro)) return [];
    return [{ at: parameter, values: { macro, unit: known?.unit ?? '' } }];
  },
  seen: ({ macro, unit }) =>
    `${macro ?? ''} does not give money per impression${unit ? ` (${unit})` : ''}. ancost overrides the payment rules: a CPM is 1,000 times too much.`,
  next: 'Leave the cost out, or confirm that this macro is money per impression.',
};

export const about: About = {
  why: 'ancost is what was paid for this one impression. Nearly every ad server’s cost macro is a CPM.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&ancost=%%WINNING_PRICE%%',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&ancost=0.0025',
};
