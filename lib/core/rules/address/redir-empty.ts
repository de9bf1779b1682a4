import type { About, AddressRule } from '../rule';
import { parameterOf, remove } from './changes';
import { isFilledByCode } from './filled-in';
import { macroLeftIn } from './macro-left';
import { isPlaceholder } from './placeholders';

/** `redir`, where it is there, is filled in. */
export const redirEmpty: AddressRule = {
  kind: 'address',
  code: 'redir-empty',
  written: 'error',
  fired: 'error',
  look: (context) => {
    const { phase, url, servers } = context;
    const parameter = parameterOf(url, 'redir');
    const value = parameter?.value ?? '';
    if (!parameter || (value !== '' && !isPlaceholder(value))) return [];
    if (isFilledByCode(context, value)) return [];
    if (phase === 'fired' && macroLeftIn(value, servers)) return [];
    return [{ at: parameter, values: { value }, change: remove(url, parameter) }];
  },
  seen: 'The redirect is empty.',
  next: 'Leave it out, or give its address.',
};

export const about: About = {
  why: 'redir takes precedence over a redirect that is stored in Monetize, and this one leads nowhere.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&redir=',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&redir=https://px.example/a',
};
