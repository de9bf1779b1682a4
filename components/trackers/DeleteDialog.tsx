import { useEffect, useId, useRef } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { deleteText as text } from '@/lib/text/trackers/delete-tracker';

interface DeleteDialogProps {
  id: number;
  name: string;
  onCancel: () => void;
  onConfirm: () => void;
}

/** Asks before a tracker is deleted and says what then stops counting. */
export function DeleteDialog({ id, name, onCancel, onConfirm }: DeleteDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal?.(), []);
  return (
    <dialog ref={dialog} class="pb-dialog" aria-labelledby={titleId} onCancel={onCancel}>
      <h2 id={titleId}>{text.title(name)}</h2>
      <p>{text.consequence(id)}</p>
      <div class="pb-row pb-spread">
        <Button onClick={onCancel}>{text.cancel}</Button>
        <Button kind="danger" onClick={onConfirm}>
          {text.confirm}
        </Button>
      </div>
    </dialog>
  );
}
