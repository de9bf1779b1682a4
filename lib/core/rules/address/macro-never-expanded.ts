import type { About, AddressRule } from '../rule';
import { expandsNothing, placedMacros, valuesOf } from './macros';

/** No macro where nothing replaces any. Once it fired, a macro that is left has rules of its own. */
export const macroNeverExpanded: AddressRule = {
  kind: 'address',
  code: 'macro-never-expanded',
  written: 'error',
  fired: null,
  look: (context) =>
    placedMacros(context)
      .filter(expandsNothing)
      .map((macro) => ({ at: macro.at, values: valuesOf(macro) })),
  seen: ({ macro }) => `Nothing replaces ${macro ?? ''} here: every call would be the same URL.`,
  next: 'Leave it out, and let the page’s own code add a random number.',
};

export const about: About = {
  why: 'A tag that stands in a page’s own HTML passes through no ad server.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
  server: 'none',
};
