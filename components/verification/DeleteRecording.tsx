import { Trash2 } from 'lucide';
import { useState } from 'preact/hooks';

import { Button, IconButton } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { deleteRecordingText as text } from '@/lib/text/verification/delete-recording';

interface DeleteRecordingProps {
  /** The page by which a person knows it. */
  name: string;
  /** The day and time it was begun. */
  when: string;
  /** What would be lost; `null` where it is not known. */
  extent: { readonly requests: number; readonly pages: number } | null;
  /** It was read from a file, and nothing records it. */
  isFile?: boolean;
  /** In a row of a list: a small button, named for its row. */
  isSmall?: boolean;
  onDelete: () => void;
}

/** The button that deletes a recording, and what it asks first. */
export function DeleteRecording({
  name,
  when,
  extent,
  isFile,
  isSmall,
  onDelete,
}: DeleteRecordingProps) {
  const [asking, setAsking] = useState(false);
  const ask = () => setAsking(true);
  const cancel = () => setAsking(false);
  return (
    <>
      {isSmall ? (
        <IconButton icon={Trash2} label={text.deleteNamed(name)} onClick={ask} />
      ) : (
        <Button icon={Trash2} onClick={ask}>
          {text.delete}
        </Button>
      )}
      {asking && (
        <Dialog title={text.title(name)} onCancel={cancel}>
          <p>
            {text.consequence(when, extent)} {!isFile && text.goesOn}
          </p>
          <div class="pb-row pb-spread">
            <Button onClick={cancel}>{text.cancel}</Button>
            <Button
              kind="danger"
              onClick={() => {
                cancel();
                onDelete();
              }}
            >
              {text.confirm}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
