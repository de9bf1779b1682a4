import type { Tracker } from '@/lib/core/tracker/tracker';
import { readOnlyText as text } from '@/lib/text/trackers/form-remarks';
import { modifiedText } from '@/lib/text/trackers/modified';

/** What the service sets of a tracker by itself: shown, and not edited. */
export function TrackerFacts({ tracker }: { tracker: Tracker }) {
  const { advertiserId, memberId } = tracker;
  return (
    <ul class="pb-facts pb-muted pb-small" aria-label={text.label}>
      <li>{text.advertiser(advertiserId)}</li>
      <li>{text.member(memberId)}</li>
      <li>{text.modified(modifiedText(tracker, text.unknown))}</li>
    </ul>
  );
}
