import { TriangleAlert } from 'lucide';

import { Icon } from '@/components/ui/Icon';
import { comparingText as text } from '@/lib/text/reports/comparing';
import { matchingText } from '@/lib/text/reports/matching';

interface PlacementsSummaryProps {
  unmatched: number;
  /** Of how many of those several trackers could be it. */
  several: number;
  all: number;
  isOpen: boolean;
}

/** How many placements have their tracker, and the way to those that have none: what is opened lies below it. */
export function PlacementsSummary({ unmatched, several, all, isOpen }: PlacementsSummaryProps) {
  return (
    <summary class={unmatched > 0 ? 'pb-report-unmatched' : undefined}>
      {unmatched > 0 && <Icon of={TriangleAlert} size={14} />}
      {matchingText.summary(unmatched, several, all)}
      {unmatched > 0 && !isOpen && <span class="pb-report-match">{text.match}</span>}
    </summary>
  );
}
