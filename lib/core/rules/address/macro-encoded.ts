import { serversOf } from '../../ad-server/macros';
import { decodedLayers } from '../../macro/encode';
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
      const below = parameter.name === 'redir' ? null : macroBelow(value);
      // Of a parameter that nobody documents a part may well be encoded.
      if (!below || !(below.isWhole || parameter.name === 'cachebuster')) return [];
      const { macro, isWhole } = below;
      const isKnown = isWhole && serversOf(macro, server ? [server] : servers).length > 0;
      const change = isKnown ? put(parameter.valueRange, macro) : null;
      return [{ at: parameter, values: { macro }, change }];
    });
    return [...hiddenMacros(context), ...encoded];
  },
  seen: ({ macro }) => `The macro ${macro ?? ''} is encoded: the ad server will not see it.`,
  next: 'Write it as it is.',
};

// Each program on the way may encode what it is given.
const MOST_TIMES = 3;

function macroBelow(value: string): { readonly macro: string; readonly isWhole: boolean } | null {
  const [raw = '', ...below] = decodedLayers(value, MOST_TIMES);
  if (macrosIn(raw).length > 0) return null;
  for (const text of below) {
    const [macro] = macrosIn(text);
    if (macro) return { macro: macro.text, isWhole: macro.text === text };
  }
  return null;
}

export const about: About = {
  why: 'A tool encoded the whole value. The ad server looks for its macro letter for letter.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%5B%25random%25%5D',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=[%random%]',
  server: 'sizmek',
};
