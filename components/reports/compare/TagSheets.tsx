import { useEffect, useId, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { FileButton, type OnFile, TABLE_ENDINGS, useFileDrop } from '@/components/ui/FileDrop';
import { FileProgress, FileRefused, FilesLeft } from '@/components/ui/FileNotices';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import type { ShownSheet } from '@/lib/core/report/reconcile/kept-sheets';
import {
  rowsLeftOutText,
  sheetRefusalText,
  tagSheetFileText,
  tagSheetsText as text,
} from '@/lib/text/reports/tag-sheets';

import type { SheetState, TagSheetsModel } from './tag-sheets-model';

/** The tag sheets by which placements are matched, one more to be chosen or dropped. */
export function TagSheets({ model }: { model: TagSheetsModel }) {
  const [isOpen, setOpen] = useState(false);
  const [others, setOthers] = useState(0);
  const hint = `${useId()}-hint`;
  const at = model.state.value;
  const sheets = model.sheets.value;
  const of = model.advertiserId.value;
  useEffect(() => void model.load(), [model, of]);
  const take: OnFile = (file, left) => {
    setOpen(true);
    setOthers(left);
    void model.take(file);
  };
  const { isOver, handlers } = useFileDrop(take);
  const placements = sheets.reduce((sum, one) => sum + one.placements, 0);
  return (
    <details
      class={`pb-report-sheets ${isOver ? 'over' : ''}`}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      {...handlers}
    >
      <summary>{text.summary(sheets.length, placements)}</summary>
      <div class="pb-stack">
        <p class="pb-muted">{text.lead}</p>
        {sheets.length > 0 && (
          <ul class="pb-report-sheet-list" aria-label={text.list}>
            {sheets.map((sheet) => (
              <SheetLine
                key={sheet.fileName}
                sheet={sheet}
                onRemove={() => void model.remove(sheet.fileName)}
              />
            ))}
          </ul>
        )}
        <FilesLeft count={others} />
        <Said at={at} />
        {at.step === 'reading' ? (
          <div>
            <Button onClick={model.stop}>{text.cancel}</Button>
          </div>
        ) : (
          <div class="pb-row pb-wrap">
            <FileButton label={text.choose} accept={TABLE_ENDINGS} hintId={hint} onFile={take} />
            <span id={hint} class="pb-muted pb-small">
              {text.dropNext}
            </span>
          </div>
        )}
        <p class="pb-hint">{text.adds}</p>
      </div>
    </details>
  );
}

function SheetLine({ sheet, onRemove }: { sheet: ShownSheet; onRemove: () => void }) {
  const { fileName, readAt, placements, others, leftOut } = sheet;
  const remarks = [others > 0 ? text.others(others) : null, rowsLeftOutText(leftOut)];
  const said = remarks.filter((one) => one !== null).join(' ');
  return (
    <li class="pb-row">
      <div class="pb-grow">
        <strong>{fileName}</strong>
        <div class="pb-muted pb-small">{text.readAt(readAt, placements)}</div>
        {said !== '' && <div class="pb-small">{said}</div>}
      </div>
      <Button label={text.removeOne(fileName)} onClick={onRemove}>
        {text.remove}
      </Button>
    </li>
  );
}

/** How the last that was done went. */
function Said({ at }: { at: SheetState }) {
  switch (at.step) {
    case 'none':
      return null;
    case 'reading':
      return <FileProgress text={text.reading(at.name)} progress={at.progress} />;
    case 'kept':
    case 'removed':
      return <Notice kind="pass">{text[at.step](at.name)}</Notice>;
    case 'refused':
      return <FileRefused fileName={at.name} {...sheetRefusalText[at.why]} />;
    case 'no-file':
      return <FileRefused fileName={at.name} {...tagSheetFileText[at.problem]} />;
    case 'failed':
      return <FailureNotice failure={at.failure} />;
  }
}
