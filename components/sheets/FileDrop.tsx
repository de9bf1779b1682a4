import { Upload } from 'lucide';
import { useId } from 'preact/hooks';

import { FileButton, type OnFile, useFileDrop } from '@/components/ui/FileDrop';
import { Icon } from '@/components/ui/Icon';
import { sheetPageText as text } from '@/lib/text/sheets/page';

/** Takes a file by the native file dialog or by drag and drop. */
export function FileDrop({ onFile }: { onFile: OnFile }) {
  const { isOver, handlers } = useFileDrop(onFile);
  const id = useId();
  return (
    <div class={`pb-drop ${isOver ? 'over' : ''}`} {...handlers}>
      <Icon of={Upload} size={28} />
      <strong>{text.dropHere}</strong>
      <span id={`${id}-hint`} class="pb-muted">
        {text.dropNext}
      </span>
      <FileButton
        isPrimary
        label={text.chooseFile}
        accept=".xlsx,.xlsm,.csv,.tsv,.txt"
        hintId={`${id}-hint`}
        onFile={onFile}
      />
    </div>
  );
}
