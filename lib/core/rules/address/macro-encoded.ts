import { macrosOf, serversOf } from '../../ad-server/macros';
import { macrosIn } from '../../macro/shapes';
import type { About, AddressRule, Sight } from '../rule';
import { put } from './changes';
import { hiddenMacros } from './hidden-macros';

/**
 * No macro is encoded: an ad server looks for `[X]` and does not see `%5BX%5D` or `&#91;X&#93;`. A browser
 * encodes what it requests, so once it fired this says nothing.
 */
export const macroEncoded: AddressRule = {
  kind: 'address',
  code: 'macro-encoded',
  written: 'error',
  fired: null,
  look: (context) => {
    const { url, server, servers } = context;
    if (server?.traps.includes('reads-encoded')) return hiddenMacros(context);
    const encoded = url.parameters.flatMap((parameter): Sight[] => {
      const value = parameter.value ?? '';
      if (parameter.name === 'redir' || !/%(?:5B|7B|24|25)/i.test(value)) return [];
      const decoded = value.replace(/%(?:5B|5D|7B|7D|24|25|3A)/gi, (escape) =>
        decodeURIComponent(escape),
      );
      const [macro] = macrosIn(decoded);
      if (!macro || macro.text.length !== decoded.length) return [];
      const known = server
        ? macrosOf(server).includes(decoded)
        : serversOf(decoded, servers).length > 0;
      const change = known ? put(parameter.valueRange, decoded) : null;
      return [{ at: parameter, values: { macro: decoded }, change }];
    });
    return [...hiddenMacros(context), ...encoded];
  },
  seen: ({ macro }) => `The macro ${macro ?? ''} is encoded: the ad server will not see it.`,
  next: 'Write it as it is.',
};

export const about: About = {
  why: 'A tool encoded the whole value. The ad server looks for its macro letter for letter.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%5B%25random%25%5D',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=[%random%]',
  server: 'sizmek',
};
