import { useState } from 'preact/hooks';

import { LateSelect } from '@/components/ui/LateSelect';
import { comparingText as text } from '@/lib/text/reports/comparing';
import { totalText } from '@/lib/text/reports/periods';

import { keyOfTrackers, trackersName } from '../figures';
import type { CountedRow, PlacementMatch } from '../report-actions';

interface PlacementMatchesProps {
  matches: readonly PlacementMatch[];
  rows: readonly CountedRow[];
  onMatch: (key: string, trackerIds: readonly number[] | null) => void;
}

/** To which tracker each placement of the file belongs; those without one first, to be matched by hand. */
export function PlacementMatches({ matches, rows, onMatch }: PlacementMatchesProps) {
  const unmatched = matches.filter(({ trackerIds }) => trackerIds === null).length;
  const [isOpen, setOpen] = useState(unmatched > 0);
  // As it is when the list is opened: what is matched then stays where it is under the pointer.
  const [order, setOrder] = useState(() => orderOf(matches));
  const sorted = matches.toSorted((a, b) => placeIn(order, a) - placeIn(order, b));
  return (
    <details
      class="pb-report-matches"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        if (!currentTarget.open) setOrder(orderOf(matches));
      }}
    >
      <summary>{text.placements(unmatched, matches.length)}</summary>
      <div class="pb-runs-scroll">
        <table class="pb-runs">
          <thead>
            <tr>
              <th scope="col">{text.placement}</th>
              <th scope="col" class="pb-number">
                {text.impressions}
              </th>
              <th scope="col">{text.belongsTo}</th>
              <th scope="col">{text.howKnown}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((match) => (
              <tr key={match.key}>
                <th scope="row">{match.placement}</th>
                <td class="pb-number">{totalText(match.impressions, 'day')}</td>
                <td>
                  <LateSelect
                    label={text.trackerOf(match.placement)}
                    value={match.trackerIds === null ? '' : keyOfTrackers(match.trackerIds)}
                    shown={shownAs(match, rows)}
                    onChange={(value) => {
                      const row = rows.find((one) => keyOfTrackers(one.trackerIds) === value);
                      onMatch(match.key, row?.trackerIds ?? null);
                    }}
                  >
                    <option value="">{text.noTracker}</option>
                    {isElsewhere(match, rows) && match.trackerIds && (
                      <option value={keyOfTrackers(match.trackerIds)}>
                        {text.notInReport(match.trackerIds)}
                      </option>
                    )}
                    {rows.map((row) => (
                      <option
                        key={keyOfTrackers(row.trackerIds)}
                        value={keyOfTrackers(row.trackerIds)}
                      >
                        {nameOf(row)}
                      </option>
                    ))}
                  </LateSelect>
                </td>
                <td class="pb-muted">{match.by === null ? text.notMatched : text.by[match.by]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="pb-hint">{text.matchHint}</p>
    </details>
  );
}

/** What it belongs to, as its option says it. */
function shownAs({ trackerIds }: PlacementMatch, rows: readonly CountedRow[]): string {
  if (trackerIds === null) return text.noTracker;
  const key = keyOfTrackers(trackerIds);
  const row = rows.find((one) => keyOfTrackers(one.trackerIds) === key);
  return row ? nameOf(row) : text.notInReport(trackerIds);
}

function nameOf({ names, trackerIds }: CountedRow): string {
  return `${trackersName(names)} (${trackerIds.join(', ')})`;
}

/** Whether its trackers are none of those that the report tells of. */
function isElsewhere({ trackerIds }: PlacementMatch, rows: readonly CountedRow[]): boolean {
  if (trackerIds === null) return false;
  const key = keyOfTrackers(trackerIds);
  return !rows.some((row) => keyOfTrackers(row.trackerIds) === key);
}

function orderOf(matches: readonly PlacementMatch[]): readonly string[] {
  return matches
    .toSorted((a, b) => Number(a.trackerIds !== null) - Number(b.trackerIds !== null))
    .map(({ key }) => key);
}

function placeIn(order: readonly string[], { key }: PlacementMatch): number {
  const at = order.indexOf(key);
  return at < 0 ? order.length : at;
}
