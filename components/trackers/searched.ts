import type { Query } from '@/lib/core/tracker/search/query';
import { searchText as text } from '@/lib/text/trackers/search';

/** What came of a search beside the trackers that are shown. */
export interface Searched {
  readonly query: Query;
  /** How many of those shown are in no list of this advertiser: they were asked for by their ids. */
  readonly elsewhere: number;
  /** Ids of which the service shows no tracker. */
  readonly absent: readonly number[];
  readonly isAsking: boolean;
}

/** In words what came of a search, behind how many are shown: nothing where that says it all. */
export function saidOfSearch({ query, elsewhere, absent, isAsking }: Searched): readonly string[] {
  const { mistakes } = query;
  return [
    ...(elsewhere > 0 ? [text.elsewhere(elsewhere)] : []),
    ...(isAsking ? [text.asking] : []),
    ...(absent.length > 0 ? [text.absent(absent)] : []),
    ...(mistakes.length > 0 ? [text.leftOut(mistakes.length)] : []),
  ];
}
