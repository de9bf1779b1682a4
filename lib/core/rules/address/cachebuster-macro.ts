import type { About, AddressRule } from '../rule';
import { cachebusterOf } from './cachebuster';
import { MACRO_NEXT, macroLeftIn, macroSentence, macroValues } from './macro-left';

/** Once it fired, no macro is left in the cachebuster. */
export const cachebusterMacro: AddressRule = {
  kind: 'address',
  code: 'cachebuster-macro',
  written: null,
  fired: 'error',
  look: (context) => {
    const found = cachebusterOf(context);
    if (!found || found.isNothing) return [];
    const macro = macroLeftIn(found.value, context.servers);
    return macro ? [{ at: found.at, values: macroValues('cachebuster', macro) }] : [];
  },
  seen: (values) => `The cachebuster was not filled in: ${macroSentence(values)}`,
  next: MACRO_NEXT,
};

export const about: About = {
  why: 'Every request has the same URL, so caches swallow repeats and impressions go uncounted.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=8261',
};
