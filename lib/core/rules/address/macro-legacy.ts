import { serversOf } from '../../ad-server/macros';
import { macrosIn } from '../../macro/shapes';
import type { About, AddressRule, Sight } from '../rule';
import { put } from './changes';

/**
 * Macros of ad servers that are gone, which show that a tag is an old one (ad-servers.md section 6,
 * last but one list; as sure as a blog is). `%n` and `{timestamp}` of that list are live elsewhere.
 */
const OWNERS: ReadonlyMap<string, string> = new Map([
  ['%%RAND%%', 'OAS'],
  ['%%REALRAND%%', 'OAS'],
  ['%%C%%', 'OAS'],
  ['##%RAND%##', 'Microsoft AdExpert'],
  ['{cachebust}', 'Rocket Fuel'],
  ['%t', 'Zedo'],
  ['%r', 'Zedo'],
  ['%c', 'DFA'],
]);

/** No macro of an ad server that is gone. Once it fired, a macro that is left has rules of its own. */
export const macroLegacy: AddressRule = {
  kind: 'address',
  code: 'macro-legacy',
  written: 'warning',
  fired: null,
  look: ({ url, server, servers }) =>
    url.parameters.flatMap((parameter): Sight[] => {
      const value = parameter.value ?? '';
      const isOwned = ({ text }: { readonly text: string }) => OWNERS.has(text);
      const macro = [{ text: value }, ...macrosIn(value)].find(isOwned)?.text;
      // One's own ad server may still have it.
      if (macro === undefined || serversOf(macro, servers).length > 0) return [];
      const start = parameter.valueRange.start + value.indexOf(macro);
      const own = parameter.name === 'cachebuster' && macro === value ? server?.cachebuster : null;
      return [
        {
          at: { start, end: start + macro.length },
          values: { macro, owner: OWNERS.get(macro) ?? '', parameter: parameter.name },
          change: own ? put(parameter.valueRange, own) : null,
        },
      ];
    }),
  seen: ({ macro, owner }) =>
    `${macro ?? ''} was a macro of ${owner ?? ''}, an ad server of the past: this is an old tag, and nothing replaces it.`,
  next: 'Build the tag anew.',
};

export const about: About = {
  why: 'The tag has been copied from campaign to campaign for years. Look at its tracker too.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%REALRAND%%',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%',
  server: 'gam',
};
