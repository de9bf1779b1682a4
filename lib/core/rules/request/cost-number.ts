import { isPlainAmount } from '../../pixel/amount';
import { macroLeftIn, macroValues } from './macro-left';
import type { Rule } from './rule';

/** `ancost`, where it is sent, is a plain number: it overrides the payment rules in Monetize. */
export const costNumber: Rule = ({ request, servers }) => {
  const value = request.url.ancost;
  if (value === null || isPlainAmount(value)) return null;
  const macro = macroLeftIn(value, servers);
  return macro
    ? { code: 'cost-macro', severity: 'error', values: macroValues('ancost', macro) }
    : { code: 'cost-not-a-number', severity: 'error', values: { value } };
};
