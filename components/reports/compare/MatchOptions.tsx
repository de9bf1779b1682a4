import { comparingText } from '@/lib/text/reports/comparing';
import { matchingText as text } from '@/lib/text/reports/matching';

import { keyOfTrackers, trackersName } from '../figures';
import type { CountedRow, PlacementMatch } from '../report-actions';

interface MatchOptionsProps {
  match: PlacementMatch;
  rows: readonly CountedRow[];
}

/** To which trackers a placement can be said to belong: where several could be it, those first. */
export function MatchOptions({ match: { trackerIds, candidates }, rows }: MatchOptionsProps) {
  const option = (ids: readonly number[]) => {
    const key = keyOfTrackers(ids);
    return (
      <option key={key} value={key}>
        {nameOf(ids, rows)}
      </option>
    );
  };
  const isNamed = (ids: readonly number[] | null) =>
    ids !== null && rows.some((row) => keyOfTrackers(row.trackerIds) === keyOfTrackers(ids));
  const first = new Set(candidates.map(keyOfTrackers));
  const others = rows.filter((row) => !first.has(keyOfTrackers(row.trackerIds)));
  const rest = (
    <>
      {trackerIds !== null && !isNamed(trackerIds) && option(trackerIds)}
      {others.map((row) => option(row.trackerIds))}
    </>
  );
  return (
    <>
      <option value="">{comparingText.noTracker}</option>
      {candidates.length === 0 ? (
        rest
      ) : (
        <>
          <optgroup label={text.couldBe}>{candidates.map(option)}</optgroup>
          {others.length > 0 && <optgroup label={text.others}>{rest}</optgroup>}
        </>
      )}
    </>
  );
}

/** The trackers of the option that was chosen; `null` for none of these. */
export function trackersChosen(
  value: string,
  { match, rows }: MatchOptionsProps,
): readonly number[] | null {
  const all = [...match.candidates, ...rows.map((row) => row.trackerIds)];
  return all.find((ids) => keyOfTrackers(ids) === value) ?? null;
}

/** What a placement belongs to, as its option says it. */
export function trackersShown({ trackerIds }: PlacementMatch, rows: readonly CountedRow[]): string {
  return trackerIds === null ? comparingText.noTracker : nameOf(trackerIds, rows);
}

function nameOf(ids: readonly number[], rows: readonly CountedRow[]): string {
  const key = keyOfTrackers(ids);
  const row = rows.find((one) => keyOfTrackers(one.trackerIds) === key);
  return row ? `${trackersName(row.names)} (${ids.join(', ')})` : text.notInReport(ids);
}
