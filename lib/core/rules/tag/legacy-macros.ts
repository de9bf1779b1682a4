import { macrosIn } from '../../macro/shapes';
import { serversOf } from '../../ad-server/macros';
import { inText, type Mendable, mendTogether, type TagRule } from './rule';

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

/** No macro of an ad server that is gone, whichever ad server the tag is for. */
export const legacyMacros: TagRule = ({ tag, server, servers }) => {
  const old = tag.url.parameters.flatMap((parameter): Mendable[] => {
    const value = parameter.value ?? '';
    const isOwned = ({ text }: { readonly text: string }) => OWNERS.has(text);
    const macro = [{ text: value }, ...macrosIn(value)].find(isOwned)?.text;
    // One's own ad server may still have it.
    if (macro === undefined || serversOf(macro, servers).length > 0) return [];
    const start = parameter.valueRange.start + value.indexOf(macro);
    const own = parameter.name === 'cachebuster' && macro === value ? server?.cachebuster : null;
    return [
      {
        code: 'macro-legacy',
        severity: 'warning',
        at: inText(tag, { start, end: start + macro.length }),
        values: { macro, owner: OWNERS.get(macro) ?? '', parameter: parameter.name },
        change: own ? { ...parameter.valueRange, text: own } : null,
      },
    ];
  });
  return mendTogether(tag, old);
};
