import type { ThirdPartyPlacement } from '../third-party';
import { totalOf, type SeriesTotal } from '../series-total';
import { keyOfPlacement, type MatchWay, type PlacementMatch } from './match';

/** A placement of the ad server as a person sees to which trackers it belongs, and how that is known. */
export interface ShownMatch {
  /** Under which a person’s word on it is kept. */
  readonly key: string;
  readonly placement: string;
  readonly impressions: SeriesTotal;
  /** All that the report does not tell apart; `null` where it is of none. */
  readonly trackerIds: readonly number[] | null;
  readonly by: 'sheet' | 'id' | 'name' | 'hand' | null;
  /** Of which it could be where several could be it, each with those that the report does not tell apart; else none. */
  readonly candidates: readonly (readonly number[])[];
  /** The files of the tag sheets that say so. */
  readonly sheets: readonly string[];
}

const BY: Readonly<Record<MatchWay, ShownMatch['by']>> = {
  hand: 'hand',
  'sheet-id': 'sheet',
  'sheet-name': 'sheet',
  'tracker-id': 'id',
  name: 'name',
};

/**
 * The matches as they are shown; `groups` are the trackers that the report does not tell apart, `filesOf` gives the tag sheets by which
 * one was matched.
 */
export function shownMatches(
  matches: readonly PlacementMatch[],
  groups: readonly (readonly number[])[],
  filesOf: (match: PlacementMatch) => readonly string[],
): readonly ShownMatch[] {
  return matches.map((match) => {
    const { placement, placementId, impressions } = match.at;
    const isOther = placementId !== null && placementId !== placement;
    const shown = {
      key: keyOfPlacement(match.at),
      placement: isOther && placement !== '' ? `${placement} (${placementId})` : placement,
      impressions: totalOf(impressions),
      trackerIds: null,
      candidates: [],
      sheets: filesOf(match),
    };
    const groupOf = (id: number) => groups.find((ids) => ids.includes(id)) ?? [id];
    switch (match.kind) {
      case 'matched':
        return { ...shown, trackerIds: groupOf(match.trackerId), by: BY[match.by] };
      case 'several': {
        const byKey = new Map(match.candidates.map(groupOf).map((ids) => [ids.join(), ids]));
        return { ...shown, by: null, candidates: [...byKey.values()] };
      }
      case 'set-aside':
        return { ...shown, by: 'hand' };
      case 'nothing':
        return { ...shown, by: null };
    }
  });
}

/** The placements of some trackers. */
export function placementsOf(
  matches: readonly PlacementMatch[],
  trackerIds: readonly number[],
): readonly ThirdPartyPlacement[] {
  return matches.flatMap((match) =>
    match.kind === 'matched' && trackerIds.includes(match.trackerId) ? [match.at] : [],
  );
}
