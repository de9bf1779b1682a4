import type { AdServer } from '../ad-server/ad-server';
import { serversOf } from '../ad-server/macros';
import type { FoundTag } from '../tag/read/reading';
import { cachebusterOf } from './address/cachebuster';
import { cachebusterFixed } from './address/cachebuster-fixed';
import { suspectIn } from './address/macros';
import type { AddressContext } from './rule';

/**
 * How a tag writes its cachebuster, whichever ad server is to serve it: as a `macro`, as one value that is `constant`, or not at all
 * (`missing`). `unclear`: code fills it in, or a word that only looks like a macro stands there.
 */
export const WRITTEN_CACHEBUSTERS = ['macro', 'constant', 'missing', 'unclear'] as const;
export type WrittenCachebuster = (typeof WRITTEN_CACHEBUSTERS)[number];

/** How a tag writes its cachebuster. `servers` are those whose macros are known; `own` are more macros that stand for one. */
export function writtenCachebuster(
  tag: FoundTag,
  servers: readonly AdServer[],
  own: readonly string[],
): WrittenCachebuster {
  const context = contextOf(tag, servers);
  const found = cachebusterOf(context);
  if (!found) return 'unclear';
  if (found.isNothing) return 'missing';
  const isKnown =
    found.isOwn || own.includes(found.decoded) || serversOf(found.decoded, servers).length > 0;
  if (isKnown) return 'macro';
  if (cachebusterFixed.look(context).length > 0) return 'constant';
  return found.isPlaceholder || suspectIn(context, found.value) !== null ? 'unclear' : 'macro';
}

function contextOf(tag: FoundTag, servers: readonly AdServer[]): AddressContext {
  return {
    phase: 'written',
    url: tag.url,
    hidden: tag.hiddenMacros,
    wantedType: null,
    servers,
    server: null,
    expectedTrackerId: null,
    costIsPerImpression: false,
    isComputed: tag.isComputed,
    isFrontComputed: tag.isFrontComputed,
    isAmp: tag.carrier === 'amp-pixel',
    isAnswered: false,
  };
}
