import type { Tracker } from '@/lib/core/tracker/tracker';
import { readOnlyText as text } from '@/lib/text/trackers/form-remarks';
import { formatMoment } from '@/lib/text/ui';

/** What the service sets of a tracker by itself: shown, and not edited. */
export function TrackerFacts({ tracker }: { tracker: Tracker }) {
  const { advertiserId, memberId, lastModified } = tracker;
  return (
    <ul class="pb-facts pb-muted pb-small" aria-label={text.label}>
      <li>{text.advertiser(advertiserId)}</li>
      <li>{text.member(memberId)}</li>
      <li>{text.modified(lastModified === 0 ? text.unknown : formatMoment(lastModified))}</li>
    </ul>
  );
}
