import { macrosOf, serversOf } from '../../ad-server/macros';
import { macrosIn } from '../../macro/shapes';
import type { About, AddressContext, AddressRule, Sight } from '../rule';
import { put } from './changes';
import { expandsNothing, type PlacedMacro, placedMacros, sameWord, valuesOf } from './macros';

/** Every macro is written letter for letter. Once it fired, a macro that is left has rules of its own. */
export const macroWrongCase: AddressRule = {
  kind: 'address',
  code: 'macro-wrong-case',
  written: 'error',
  fired: null,
  look: (context) => [...inAnotherCase(context), ...percent(context)],
  seen: ({ macro, right }) =>
    `${macro ?? ''} is written in the wrong case; only ${right ?? ''} is replaced.`,
  next: 'Write it exactly so.',
};

function inAnotherCase(context: AddressContext): readonly Sight[] {
  return placedMacros(context).flatMap((macro): Sight[] => {
    const right = sameWord(macro);
    const { at, server } = macro;
    if (right === undefined || isExact(macro) || expandsNothing(macro)) return [];
    if (server.traps.includes('ignores-case')) return [];
    return [{ at, values: { ...valuesOf(macro), right }, change: put(at, right) }];
  });
}

// An ad server may have the same word in two cases.
function isExact({ text, server }: PlacedMacro): boolean {
  return serversOf(text, [server]).length > 0;
}

// `%EPID!` has not the shape of a macro, because `%C3!` may be an escape; but it can be nothing else.
function percent({ url, server }: AddressContext): readonly Sight[] {
  const own = server ? macrosOf(server).filter((macro) => /^%[a-z]+!$/.test(macro)) : [];
  if (own.length === 0) return [];
  return url.parameters.flatMap((parameter) =>
    [...(parameter.value ?? '').matchAll(/%[A-Za-z]+!/g)].flatMap(
      ({ 0: macro, index }): Sight[] => {
        const right = own.find((known) => known === macro.toLowerCase());
        if (right === undefined || right === macro || macrosIn(macro).length > 0) return [];
        const start = parameter.valueRange.start + index;
        const at = { start, end: start + macro.length };
        const values = { macro, right, server: server?.name ?? '', parameter: parameter.name };
        return [{ at, values, change: put(at, right) }];
      },
    ),
  );
}

export const about: About = {
  why: 'Ad servers look for their macros letter for letter and leave anything else as it is.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%Cachebuster%%',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%',
  server: 'gam',
};
