import type { About, AddressRule } from '../rule';
import { cachebusterOf } from './cachebuster';
import { macroLeftIn } from './macro-left';

/** The cachebuster is no word from a sample. What has a macro's shape is told of as such once it fired. */
export const placeholderLeft: AddressRule = {
  kind: 'address',
  code: 'placeholder-left',
  written: 'error',
  fired: 'error',
  look: (context) => {
    const found = cachebusterOf(context);
    if (!found?.isPlaceholder || found.isNothing) return [];
    if (context.phase === 'fired' && macroLeftIn(found.value, context.servers)) return [];
    return [{ at: found.at, values: { value: found.decoded }, change: found.change }];
  },
  seen: ({ value }) => `${value ?? ''} is a placeholder from a sample; nobody replaces it here.`,
  next: 'Put the ad server’s macro in its place.',
};

export const about: About = {
  why: 'Every request has the same URL, so caches swallow repeats and impressions go uncounted.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=INSERT_RANDOM_NUMBER_HERE',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%',
  server: 'gam',
};
