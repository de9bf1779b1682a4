import { serversOf } from '../../ad-server/macros';
import { macrosIn } from '../../macro/shapes';
import type { About, AddressRule } from '../rule';
import { isPlaceholder } from './placeholders';

/**
 * With no ad server chosen there is still no ad server that replaces both `%%X%%` and `{{y}}`. Once it
 * fired, a macro that is left has rules of its own.
 */
export const macroMixed: AddressRule = {
  kind: 'address',
  code: 'macro-mixed',
  written: 'error',
  fired: null,
  look: ({ url, server, servers }) => {
    if (server) return [];
    const found = url.parameters
      .filter(({ name }) => name !== 'redir')
      .flatMap(({ value, name }) => macrosIn(value ?? name))
      .map(({ text }) => ({ text, owners: serversOf(text, servers) }))
      .filter(({ text, owners }) => owners.length > 0 && !isPlaceholder(text));
    const [first] = found;
    if (!first) return [];
    const isShared = first.owners.some((owner) => found.every((it) => it.owners.includes(owner)));
    if (isShared) return [];
    const macros = [...new Set(found.map(({ text }) => text))].join(', ');
    return [{ at: { start: 0, end: url.text.length }, values: { macros } }];
  },
  seen: ({ macros }) => `No ad server replaces all of these macros: ${macros ?? ''}.`,
  next: 'Choose the ad server that serves the creative.',
};

export const about: About = {
  why: 'Whichever ad server serves it, one of the macros stays.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%TTD_CACHEBUSTER%%&x={{ADGROUP_ID}}',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%TTD_CACHEBUSTER%%',
};
