import { serversOf } from '../../ad-server/macros';
import type { About, AddressContext, AddressRule, Sight } from '../rule';
import { expandsNothing, freeMacros, placedMacros, sameWord, valuesOf } from './macros';

/** Every macro is one that is known. Once it fired, a macro that is left has rules of its own. */
export const macroUnknown: AddressRule = {
  kind: 'address',
  code: 'macro-unknown',
  written: 'warning',
  fired: null,
  look: (context) => (context.server ? unknownHere(context) : unknownEverywhere(context)),
  seen: ({ macro, server }) =>
    `${macro ?? ''} is not among the macros known of ${server || 'any ad server'}.`,
  next: 'Ask the ad server which macro it replaces, and write it exactly so.',
};

function unknownHere(context: AddressContext): readonly Sight[] {
  return placedMacros(context)
    .filter((macro) => !expandsNothing(macro) && sameWord(macro) === undefined)
    .filter(({ text }) => serversOf(text, context.servers).length === 0)
    .map((macro) => ({ at: macro.at, values: valuesOf(macro) }));
}

// Of the other parameters nobody can say for whom their macros are.
function unknownEverywhere(context: AddressContext): readonly Sight[] {
  return freeMacros(context)
    .filter(({ parameter }) => parameter.name === 'cachebuster')
    .filter(({ text }) => serversOf(text, context.servers).length === 0)
    .map(({ text, at }) => ({ at, values: { macro: text, server: '', parameter: 'cachebuster' } }));
}

export const about: About = {
  why: 'The catalogue knows what is documented. The ad server may have more macros; if it has not this one, it stays as it is.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%NEVER_HEARD_OF%%',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%',
  server: 'gam',
};
