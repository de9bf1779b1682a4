import { macroLeftIn, macroValues } from './macro-left';
import type { Rule } from './rule';

/** No macro is left in the redirect or in any parameter that has no rule of its own. */
export const parametersFilled: Rule = ({ request, servers }) => {
  const { redir, others } = request.url;
  for (const { name, value } of [...others, { name: 'redir', value: redir ?? '' }]) {
    const macro = macroLeftIn(value, servers);
    if (macro) {
      return { code: 'parameter-macro', severity: 'warning', values: macroValues(name, macro) };
    }
  }
  return null;
};
