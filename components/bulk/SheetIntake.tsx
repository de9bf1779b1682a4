import { Upload } from 'lucide';
import { useId, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FileButton, type OnFile, useFileDrop } from '@/components/ui/FileDrop';
import { FileProgress, FileRefused, FilesLeft } from '@/components/ui/FileNotices';
import { Icon } from '@/components/ui/Icon';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import { bulkText as text, trackerFileText } from '@/lib/text/trackers/bulk';

import type { BulkModel } from './bulk-model';
import { TrackerColumns } from './TrackerColumns';

/** Takes a sheet: pasted from a spreadsheet, dropped, or chosen. */
export function SheetIntake({ model }: { model: BulkModel }) {
  const [others, setOthers] = useState(0);
  const state = model.source.state.value;
  const take: OnFile = (file, left) => {
    setOthers(left);
    void model.take(file.name, file);
  };
  if (state.step === 'reading') {
    return (
      <div class="pb-stack pb-bulk-wait">
        <FileProgress text={text.reading(state.name)} progress={state.progress} />
        <div>
          <Button onClick={model.source.reset}>{text.cancel}</Button>
        </div>
      </div>
    );
  }
  return (
    <div class="pb-stack">
      <FilesLeft count={others} />
      {state.step === 'read' && (
        <Notice kind="info">
          {text.leftSheet(state.name === '' ? text.pasted : state.name)}{' '}
          <Button onClick={() => void model.goOn()}>{text.goOnWith}</Button>
        </Notice>
      )}
      {state.step === 'failed' && <FailureNotice failure={state.failure} />}
      {state.step === 'refused' && (
        <>
          <FileRefused
            fileName={state.name === '' ? text.pasted : state.name}
            {...trackerFileText(state.problem)}
          />
          {state.offer && state.offer.titles.length > 0 && (
            <TrackerColumns
              columns={[]}
              offer={state.offer}
              touched={model.source.touched.value}
              onFocused={model.source.forgetTouched}
              onChoose={(list, choice) => void model.chooseColumns(list, choice)}
            />
          )}
        </>
      )}
      <div class="pb-bulk-intake">
        <PasteBox model={model} />
        <DropBox onFile={take} />
      </div>
    </div>
  );
}

/** Cells as a spreadsheet copies them. */
function PasteBox({ model }: { model: BulkModel }) {
  const { typed: kept, type } = model.source;
  const typed = kept.value;
  const isEmpty = typed.trim() === '';
  return (
    <form
      class="pb-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isEmpty) return;
        void model.take('', new Blob([typed]));
        type('');
      }}
    >
      <Field label={text.paste} hint={text.pasteHint}>
        {({ id, describedBy }) => (
          <textarea
            id={id}
            class="pb-input pb-bulk-paste"
            rows={7}
            spellcheck={false}
            aria-describedby={describedBy}
            value={typed}
            onInput={(event) => type(event.currentTarget.value)}
          />
        )}
      </Field>
      <div>
        <Button kind="primary" type="submit" disabled={isEmpty}>
          {text.readPasted}
        </Button>
      </div>
    </form>
  );
}

function DropBox({ onFile }: { onFile: OnFile }) {
  const { isOver, handlers } = useFileDrop(onFile);
  const hint = `${useId()}-hint`;
  return (
    <div class={`pb-drop pb-bulk-drop ${isOver ? 'over' : ''}`} {...handlers}>
      <Icon of={Upload} size={24} />
      <strong>{text.dropHere}</strong>
      <span id={hint} class="pb-muted">
        {text.dropNext}
      </span>
      <FileButton
        label={text.chooseFile}
        accept=".xlsx,.xlsm,.csv,.tsv,.txt"
        hintId={hint}
        onFile={onFile}
      />
    </div>
  );
}
