import { macroLeftIn, macroValues } from './macro-left';
import type { Rule } from './rule';

// What scripts send when their own variable was empty.
const NO_VALUE = /^(|undefined|null|nan)$/i;

/** There is a cachebuster and the ad server has filled it in. */
export const cachebusterFilled: Rule = ({ request, servers }) => {
  const value = request.url.cachebuster;
  if (value === null || NO_VALUE.test(value)) {
    return { code: 'cachebuster-missing', severity: 'warning', values: { value: value ?? '' } };
  }
  const macro = macroLeftIn(value, servers);
  if (!macro) return null;
  return {
    code: 'cachebuster-macro',
    severity: 'error',
    values: macroValues('cachebuster', macro),
  };
};
