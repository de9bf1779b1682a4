import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { signOutText as text } from '@/lib/text/account/sign-out';

interface SignOutDialogProps {
  /** How many requests are recorded. */
  count: number;
  /** How much is noted in passports of trackers. */
  noted: number;
  /** In how many forms something is typed and not saved. */
  unsaved: number;
  /** How many trackers of runs are still to be made or changed. */
  leftOfRuns: number;
  onCancel: () => void;
  onSignOut: (recordings: 'keep' | 'delete') => void;
}

/** Asks who signs out what becomes of what they recorded, and whether what they typed may be lost. */
export function SignOutDialog(props: SignOutDialogProps) {
  const { count, noted, unsaved, leftOfRuns, onCancel, onSignOut } = props;
  const isLosing = unsaved + leftOfRuns > 0;
  return (
    <Dialog title={text.title} onCancel={onCancel}>
      <p>{text.forgotten}</p>
      {unsaved > 0 && (
        <p>
          <strong>{text.unsaved(unsaved)}</strong>
        </p>
      )}
      {leftOfRuns > 0 && (
        <p>
          <strong>{text.leftOfRuns(leftOfRuns)}</strong>
        </p>
      )}
      {count + noted > 0 && <p>{text.stays(count, noted)}</p>}
      {count + noted > 0 ? (
        <div class="pb-stack">
          {/* Who presses Enter in a hurry stays, where something would be lost. */}
          {isLosing && <Button onClick={onCancel}>{text.cancel}</Button>}
          <Button kind={isLosing ? 'danger' : 'primary'} onClick={() => onSignOut('keep')}>
            {text.keep(count, noted)}
          </Button>
          <Button kind="danger" onClick={() => onSignOut('delete')}>
            {text.delete(count, noted)}
          </Button>
          {!isLosing && <Button onClick={onCancel}>{text.cancel}</Button>}
        </div>
      ) : (
        <div class="pb-stack">
          <Button onClick={onCancel}>{text.cancel}</Button>
          <Button kind="danger" onClick={() => onSignOut('keep')}>
            {text.signOut(unsaved)}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
