import type { About, AddressRule } from '../rule';
import { MACRO_NEXT, macroLeftIn, macroSentence, macroValues } from './macro-left';

const HAVE_RULES = ['id', 't', 'cachebuster', 'ancost'];

/** Once it fired, no macro is left in the redirect or in any parameter that has no rule of its own. */
export const parameterMacro: AddressRule = {
  kind: 'address',
  code: 'parameter-macro',
  written: null,
  fired: 'warning',
  look: ({ url, servers }) =>
    url.parameters.flatMap((parameter) => {
      const { name, value } = parameter;
      const macro = HAVE_RULES.includes(name) ? null : macroLeftIn(value ?? '', servers);
      return macro ? [{ at: parameter, values: macroValues(name, macro) }] : [];
    }),
  seen: (values) => `${values.parameter ?? ''} was not filled in: ${macroSentence(values)}`,
  next: MACRO_NEXT,
};

export const about: About = {
  why: 'Whoever reads this parameter gets the macro’s name in place of its value.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&redir=[REDIRECT_URL]',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&redir=https://px.example/a',
};
