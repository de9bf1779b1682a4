import { useState } from 'preact/hooks';

/** The endings of files that have tables. */
export const TABLE_ENDINGS = '.xlsx,.csv,.tsv,.txt';

/** Takes one file; of several that were dropped together `others` are left. */
export type OnFile = (file: File, others: number) => void;

/** What an element has to have so that a file can be dropped on it; `isOver` while one is held above. */
export function useFileDrop(onFile: OnFile) {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    handlers: {
      onDragOver(event: DragEvent) {
        // A text may be dropped into a field.
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop(event: DragEvent) {
        setOver(false);
        if (!event.dataTransfer?.files.length) return;
        event.preventDefault();
        take(event.dataTransfer.files, onFile);
      },
    },
  };
}

interface FileButtonProps {
  label: string;
  /** The endings that the file dialog offers. */
  accept: string;
  /** The id of what stands beside it. */
  hintId: string;
  isPrimary?: boolean;
  onFile: OnFile;
}

/** Takes a file by the native file dialog. */
export function FileButton({ label, accept, hintId, isPrimary, onFile }: FileButtonProps) {
  return (
    <label class={`pb-button pb-file ${isPrimary ? 'primary' : ''}`}>
      {label}
      <input
        class="pb-hidden"
        type="file"
        accept={accept}
        aria-describedby={hintId}
        onChange={(event) => {
          take(event.currentTarget.files, onFile);
          // So that the same file, edited meanwhile, can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}

function take(files: FileList | null | undefined, onFile: OnFile): void {
  const file = files?.[0];
  if (file) onFile(file, (files?.length ?? 1) - 1);
}
