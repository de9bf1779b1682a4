import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { signOutText as text } from '@/lib/text/account/sign-out';

interface SignOutDialogProps {
  /** How many requests are recorded. */
  count: number;
  /** In how many forms something is typed and not saved. */
  unsaved: number;
  /** How many trackers of runs over sheets are still to be made or changed. */
  leftOfRuns: number;
  onCancel: () => void;
  onSignOut: (recordings: 'keep' | 'delete') => void;
}

/** Asks who signs out what becomes of what they recorded, and whether what they typed may be lost. */
export function SignOutDialog(props: SignOutDialogProps) {
  const { count, unsaved, leftOfRuns, onCancel, onSignOut } = props;
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
      {count > 0 && <p>{text.recorded(count)}</p>}
      {count > 0 ? (
        <div class="pb-stack">
          <Button kind="primary" onClick={() => onSignOut('keep')}>
            {text.keep(count)}
          </Button>
          <Button kind="danger" onClick={() => onSignOut('delete')}>
            {text.delete(count)}
          </Button>
          <Button onClick={onCancel}>{text.cancel}</Button>
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
