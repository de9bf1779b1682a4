import { MiddleClip } from '@/components/ui/MiddleClip';
import type { TrackerOption } from '@/lib/core/tracker/option';
import { pageText as text } from '@/lib/text/builder/page';
import { popupText } from '@/lib/text/pages/popup';

/** What tells a tracker from its namesakes, on one line: where it is, and that it does not count. */
export function TrackerDetail({ tracker }: { tracker: TrackerOption }) {
  const publisher = tracker.publisher ?? popupText.noPublisher;
  const placement = tracker.placement ?? popupText.noPlacement;
  return (
    <span class="pb-row pb-spread pb-small pb-muted">
      <MiddleClip text={text.placementOf(publisher, placement)} />
      {tracker.state === 'inactive' && <span class="pb-badge warning">{text.inactive}</span>}
    </span>
  );
}
