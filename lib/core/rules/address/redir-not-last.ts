import { parameterOf, putAll } from './changes';
import { redirectOf } from './redirect';
import type { About, AddressRule } from '../rule';

// Parameters of the service that nobody else's pixel has.
const STRAY = /&(cachebuster|ancost|t)=([^&?#]*)/;

/**
 * Everything behind `redir=` goes to the target (Monetize, "Create an impression tracker"), so a
 * parameter of the service that stands there is lost. On the wire t and the cachebuster are then
 * said to be missing, which is enough.
 */
export const redirNotLast: AddressRule = {
  kind: 'address',
  code: 'redir-not-last',
  written: 'error',
  fired: 'error',
  look: (context) => {
    const redirect = redirectOf(context);
    const stray = STRAY.exec(redirect?.value ?? '');
    const name = stray?.[1];
    if (!redirect || !stray || name === undefined) return [];
    const { url, parameter, value } = redirect;
    if (parameterOf(url, name) || (context.phase === 'fired' && name !== 'ancost')) return [];
    const start = parameter.valueRange.start + stray.index;
    const before = value.slice(0, stray.index);
    const rest = before + value.slice(stray.index + stray[0].length);
    const moved = `${url.text.slice(0, parameter.start)}${stray[0].slice(1)}&redir=${rest}`;
    return [
      {
        at: { start, end: start + stray[0].length },
        values: { parameter: name },
        // Where the target has a query of its own, the parameter may be the target's.
        change: before.includes('?') ? null : putAll(url, moved + url.text.slice(parameter.end)),
      },
    ];
  },
  seen: ({ parameter }) =>
    `${parameter ?? ''} stands behind redir, so it goes to the redirect’s target. redir must be last.`,
  next: 'Put redir at the very end.',
};

export const about: About = {
  why: 'The service hands everything behind redir= to the target and never reads it itself.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&redir=https://px.example/a&ancost=0.0025',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&ancost=0.0025&redir=https://px.example/a',
};
