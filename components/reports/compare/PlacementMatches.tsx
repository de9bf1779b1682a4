import { useState } from 'preact/hooks';

import { LateSelect } from '@/components/ui/LateSelect';
import { comparingText as text } from '@/lib/text/reports/comparing';
import { howKnownText } from '@/lib/text/reports/matching';
import { totalText } from '@/lib/text/reports/periods';

import { keyOfTrackers } from '../figures';
import type { CountedRow, PlacementMatch } from '../report-actions';
import { MatchOptions, trackersChosen, trackersShown } from './MatchOptions';
import { PlacementsSummary } from './PlacementsSummary';

interface PlacementMatchesProps {
  matches: readonly PlacementMatch[];
  rows: readonly CountedRow[];
  onMatch: (key: string, trackerIds: readonly number[] | null) => void;
}

/**
 * To which tracker each placement of the file belongs; those of which several could be it first, then those without any, to be matched by hand. It
 * is open from the start where none has one.
 */
export function PlacementMatches({ matches, rows, onMatch }: PlacementMatchesProps) {
  const unmatched = matches.filter(({ trackerIds }) => trackerIds === null).length;
  const several = matches.filter(({ candidates }) => candidates.length > 0).length;
  const [isOpen, setOpen] = useState(unmatched === matches.length);
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
      <PlacementsSummary
        unmatched={unmatched}
        several={several}
        all={matches.length}
        isOpen={isOpen}
      />
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
                    shown={trackersShown(match, rows)}
                    onChange={(value) => onMatch(match.key, trackersChosen(value, { match, rows }))}
                  >
                    <MatchOptions match={match} rows={rows} />
                  </LateSelect>
                </td>
                <td class="pb-muted">{howKnownText(match)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="pb-hint">{text.matchHint}</p>
    </details>
  );
}

function orderOf(matches: readonly PlacementMatch[]): readonly string[] {
  return matches.toSorted((a, b) => rankOf(a) - rankOf(b)).map(({ key }) => key);
}

function rankOf({ trackerIds, candidates }: PlacementMatch): number {
  if (trackerIds !== null) return 2;
  return candidates.length > 0 ? 0 : 1;
}

function placeIn(order: readonly string[], { key }: PlacementMatch): number {
  const at = order.indexOf(key);
  return at < 0 ? order.length : at;
}
