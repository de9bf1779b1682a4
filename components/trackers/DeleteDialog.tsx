import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import type { TrackerDraft } from '@/lib/core/tracker/draft';
import { deleteText as text } from '@/lib/text/trackers/delete-tracker';

interface DeleteDialogProps {
  id: number;
  /** As it is at the service, whatever was typed since. */
  tracker: TrackerDraft;
  onCancel: () => void;
  onDeactivate: () => void;
  onConfirm: () => void;
}

/**
 * Asks before a tracker is deleted, names what then stops counting, and offers first what can be taken back: to
 * deactivate it.
 */
export function DeleteDialog(props: DeleteDialogProps) {
  const { id, tracker, onCancel, onDeactivate, onConfirm } = props;
  const isActive = tracker.state === 'active';
  return (
    <Dialog title={text.title(tracker.name)} onCancel={onCancel}>
      <p>{text.consequence(id)}</p>
      <p>{text.stops}</p>
      <dl class="pb-delete-facts">
        {factsOf(tracker).map(([label, value]) => (
          <div key={label}>
            <dt class="pb-muted">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{isActive ? text.deactivateNext : text.isInactive}</p>
      <div class="pb-row pb-delete-answers">
        {isActive && (
          <Button kind="primary" onClick={onDeactivate}>
            {text.deactivate}
          </Button>
        )}
        <Button onClick={onCancel}>{text.cancel}</Button>
        <span class="pb-grow" />
        <Button kind="danger" onClick={onConfirm}>
          {text.confirm}
        </Button>
      </div>
    </Dialog>
  );
}

/** What the tracker counts for, in the order of the form, without what it has none of. */
function factsOf(tracker: TrackerDraft): readonly (readonly [string, string])[] {
  const { lineItem, publisher, placement, paymentRule } = tracker;
  return [
    ...(lineItem ? [[text.lineItem, `${lineItem.name} (${lineItem.id})`] as const] : []),
    ...(publisher ? [[text.publisher, `${publisher.name} (${publisher.id})`] as const] : []),
    [text.placement, placement ? `${placement.name} (${placement.id})` : text.allPlacements],
    ...(paymentRule
      ? [[text.paymentRule, `${paymentRule.name} (${paymentRule.id})`] as const]
      : []),
    [text.tags, text.tagsWhere],
  ];
}
