import { macrosIn, serversOf } from '../../ad-server/macros';
import { finding, inText, replaceValue, type TagRule } from './rule';

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
export const legacyMacros: TagRule = ({ tag, server, servers }) =>
  tag.url.parameters.flatMap((parameter) => {
    const value = parameter.value ?? '';
    const macro = [value, ...macrosIn(value).map(({ text }) => text)].find((it) => OWNERS.has(it));
    // One's own ad server may still have it.
    if (macro === undefined || serversOf(macro, servers).length > 0) return [];
    const start = parameter.valueRange.start + value.indexOf(macro);
    const own = parameter.name === 'cachebuster' && macro === value ? server?.cachebuster : null;
    return [
      finding({
        code: 'macro-legacy',
        severity: 'warning',
        at: inText(tag, { start, end: start + macro.length }),
        values: { macro, owner: OWNERS.get(macro) ?? '', parameter: parameter.name },
        repair: own ? replaceValue(tag, parameter, own) : null,
      }),
    ];
  });
