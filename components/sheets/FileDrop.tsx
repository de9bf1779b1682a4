import { Upload } from 'lucide';
import { useId, useState } from 'preact/hooks';

import { Icon } from '@/components/ui/Icon';
import { sheetPageText as text } from '@/lib/text/sheets/page';

/** Takes a file by the native file dialog or by drag and drop. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const [over, setOver] = useState(false);
  const id = useId();
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return (
    <div
      class={`pb-drop ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <Icon of={Upload} size={28} />
      <strong>{text.dropHere}</strong>
      <span id={`${id}-hint`} class="pb-muted">
        {text.dropNext}
      </span>
      <label class="pb-button primary">
        {text.chooseFile}
        <input
          class="pb-hidden"
          type="file"
          accept=".xlsx,.csv,.tsv,.txt"
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            take(event.currentTarget.files);
            // So that the same file, edited meanwhile, can be chosen again.
            event.currentTarget.value = '';
          }}
        />
      </label>
    </div>
  );
}
