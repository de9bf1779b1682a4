import type { HandMatches } from './match';

/** Under which a person's word on a placement is kept: others have placements of the same name. */
export function advertiserKey(advertiserId: number, placement: string): string {
  return `${advertiserId} ${placement}`;
}

/** What was said of one advertiser's placements. */
export function matchesOf(advertiserId: number, byHand: HandMatches): HandMatches {
  const own = advertiserKey(advertiserId, '');
  return byHand.flatMap(({ placement, trackerId }) =>
    placement.startsWith(own) ? [{ placement: placement.slice(own.length), trackerId }] : [],
  );
}
