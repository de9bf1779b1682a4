import { isPlainAmount } from '../../pixel/amount';
import type { About, AddressRule } from '../rule';
import { remove } from './changes';
import { costOf } from './cost';
import { isFilledByCode } from './filled-in';

/** `ancost`, where it is sent, is a plain number: it overrides the payment rules in Monetize. */
export const costNotANumber: AddressRule = {
  kind: 'address',
  code: 'cost-not-a-number',
  written: 'error',
  fired: 'error',
  look: (context) => {
    const cost = costOf(context);
    if (cost?.kind !== 'amount' || isPlainAmount(cost.value)) return [];
    const { parameter, value } = cost;
    if (isFilledByCode(context, parameter.value ?? '')) return [];
    const change = value === '' ? remove(context.url, parameter) : null;
    return [{ at: parameter, values: { value }, change }];
  },
  seen: ({ value }) =>
    value
      ? `The cost “${value}” is no plain number such as 0.0025 (six decimals at most).`
      : 'The cost is empty, which is not a number.',
  next: 'Give the amount without currency or comma, or leave the cost out.',
};

export const about: About = {
  why: 'ancost overrides the payment rules in Monetize and is read as money per impression.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&ancost=$0.25',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&ancost=0.25',
};
