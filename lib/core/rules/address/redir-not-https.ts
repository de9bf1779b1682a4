import { macrosIn } from '../../macro/shapes';
import type { About, AddressRule } from '../rule';
import { redirectOf } from './redirect';

/** The redirect goes to an https address. */
export const redirNotHttps: AddressRule = {
  kind: 'address',
  code: 'redir-not-https',
  written: 'error',
  fired: 'error',
  look: (context) => {
    const redirect = redirectOf(context);
    if (!redirect) return [];
    const { parameter, value } = redirect;
    if (/^https(?::\/\/|%)/i.test(value) || macrosIn(value)[0]?.start === 0) return [];
    const at = { start: parameter.start, end: parameter.end };
    return [/^http:\/\//i.test(value) ? { at, severity: 'warning' } : { at }];
  },
  seen: 'The redirect does not go to an https address.',
  next: 'Give its https address.',
};

export const about: About = {
  why: 'On a secure page the browser may block a redirect to http, and an address without a scheme leads nowhere.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&redir=px.example/a',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&redir=https://px.example/a',
};
