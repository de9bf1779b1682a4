import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { signOutText as text } from '@/lib/text/account/sign-out';

interface SignOutDialogProps {
  /** How many requests are recorded. */
  count: number;
  onCancel: () => void;
  onSignOut: (recordings: 'keep' | 'delete') => void;
}

/** Asks who signs out what becomes of what they recorded. */
export function SignOutDialog({ count, onCancel, onSignOut }: SignOutDialogProps) {
  return (
    <Dialog title={text.title} onCancel={onCancel}>
      <p>{text.forgotten}</p>
      <p>{text.recorded(count)}</p>
      <div class="pb-stack">
        <Button kind="primary" onClick={() => onSignOut('keep')}>
          {text.keep(count)}
        </Button>
        <Button kind="danger" onClick={() => onSignOut('delete')}>
          {text.delete(count)}
        </Button>
        <Button onClick={onCancel}>{text.cancel}</Button>
      </div>
    </Dialog>
  );
}
