import type { AdServer } from '../../ad-server/ad-server';
import { isCachebusterOf, serversOf } from '../../ad-server/macros';
import type { Edit } from '../../base/finding';
import type { About, AddressRule, Sight } from '../rule';
import { put } from './changes';
import { expandsNothing, type PlacedMacro, placedMacros, sameWord, valuesOf } from './macros';

/** No macro of another ad server. Once it fired, a macro that is left has rules of its own. */
export const macroWrongServer: AddressRule = {
  kind: 'address',
  code: 'macro-wrong-server',
  written: 'warning',
  fired: null,
  look: (context) =>
    placedMacros(context).flatMap((macro): Sight[] => {
      if (expandsNothing(macro) || sameWord(macro) !== undefined) return [];
      const others = serversOf(macro.text, context.servers);
      if (others.length === 0) return [];
      const { name } = macro.parameter;
      const servers = others.map((other) => other.name).join(', ');
      return [
        {
          at: macro.at,
          // A redirect or an extra parameter may be meant for somebody further on.
          severity: name === 'cachebuster' || name === 'ancost' ? 'error' : 'warning',
          values: { ...valuesOf(macro), servers },
          change: ownCachebuster(macro, others),
        },
      ];
    }),
  seen: ({ macro, servers, server }) =>
    `${macro ?? ''} is a macro of ${servers ?? ''}; ${server ?? ''} leaves it as it is.`,
  next: 'Build the tag for the ad server that serves the creative.',
};

// Another ad server's cachebuster, alone in its place, can only mean: this ad server's.
function ownCachebuster(
  { server, parameter, text }: PlacedMacro,
  others: readonly AdServer[],
): Edit | null {
  const own = server.cachebuster;
  if (!own || parameter.name !== 'cachebuster' || parameter.value !== text) return null;
  return others.some((other) => isCachebusterOf(other, text))
    ? put(parameter.valueRange, own)
    : null;
}

export const about: About = {
  why: 'The tag was copied from another ad server. This one sends the macro as it stands.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%TTD_CACHEBUSTER%%',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%',
  server: 'gam',
};
