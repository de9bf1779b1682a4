import { decodedLayers } from '../../macro/encode';
import { macrosIn } from '../../macro/shapes';
import type { About, AddressRule } from '../rule';
import { cachebusterOf } from './cachebuster';
import { suspectIn } from './macros';

/** A macro stands where the cachebuster belongs. Once it fired, one value is as it should be. */
export const cachebusterFixed: AddressRule = {
  kind: 'address',
  code: 'cachebuster-fixed',
  written: 'error',
  fired: null,
  look: (context) => {
    const found = cachebusterOf(context);
    if (!found || found.isNothing || found.isOwn || found.isPlaceholder) return [];
    if (decodedLayers(found.value).some((text) => macrosIn(text).length > 0)) return [];
    if (suspectIn(context, found.value) !== null) return [];
    return [{ at: found.at, values: { value: found.decoded }, change: found.change }];
  },
  seen: ({ value }) => `The cachebuster is always “${value ?? ''}”: repeats come from the cache.`,
  next: 'Put the ad server’s macro in its place.',
};

export const about: About = {
  why: 'Every request has the same URL, so caches swallow repeats and impressions go uncounted.',
  bad: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=12345',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=%%CACHEBUSTER%%',
  server: 'gam',
};
