import { Trash2 } from 'lucide';
import { useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import type { TrackerDraft } from '@/lib/core/tracker/draft';
import { deleteText as text } from '@/lib/text/trackers/delete-tracker';

import { DeleteDialog } from './DeleteDialog';

interface DeleteTrackerProps {
  id: number;
  /** As it is at the service, whatever was typed since. */
  tracker: TrackerDraft;
  disabled: boolean;
  onDeactivate: () => void;
  onDelete: () => void;
}

/** The button that deletes a tracker, and what it asks first. */
export function DeleteTracker(props: DeleteTrackerProps) {
  const { id, tracker, disabled, onDeactivate, onDelete } = props;
  const [asking, setAsking] = useState(false);
  const answered = (act: () => void) => () => {
    setAsking(false);
    act();
  };
  return (
    <>
      <Button kind="danger" icon={Trash2} disabled={disabled} onClick={() => setAsking(true)}>
        {text.delete}
      </Button>
      {asking && (
        <DeleteDialog
          id={id}
          tracker={tracker}
          onCancel={() => setAsking(false)}
          onDeactivate={answered(onDeactivate)}
          onConfirm={answered(onDelete)}
        />
      )}
    </>
  );
}
