import { Trash2 } from 'lucide';
import { useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { deleteText as text } from '@/lib/text/trackers/delete-tracker';

import { DeleteDialog } from './DeleteDialog';

interface DeleteTrackerProps {
  id: number;
  name: string;
  disabled: boolean;
  onDelete: () => void;
}

/** The button that deletes a tracker, and what it asks first. */
export function DeleteTracker({ id, name, disabled, onDelete }: DeleteTrackerProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="danger" icon={Trash2} disabled={disabled} onClick={() => setAsking(true)}>
        {text.delete}
      </Button>
      {asking && (
        <DeleteDialog
          id={id}
          name={name}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            onDelete();
          }}
        />
      )}
    </>
  );
}
