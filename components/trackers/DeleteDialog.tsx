import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { deleteText as text } from '@/lib/text/trackers/delete-tracker';

interface DeleteDialogProps {
  id: number;
  name: string;
  onCancel: () => void;
  onConfirm: () => void;
}

/** Asks before a tracker is deleted and says what then stops counting. */
export function DeleteDialog({ id, name, onCancel, onConfirm }: DeleteDialogProps) {
  return (
    <Dialog title={text.title(name)} onCancel={onCancel}>
      <p>{text.consequence(id)}</p>
      <div class="pb-row pb-spread">
        <Button onClick={onCancel}>{text.cancel}</Button>
        <Button kind="danger" onClick={onConfirm}>
          {text.confirm}
        </Button>
      </div>
    </Dialog>
  );
}
