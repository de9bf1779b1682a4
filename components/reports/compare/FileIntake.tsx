import { Upload } from 'lucide';
import { useId, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { FileButton, type OnFile, TABLE_ENDINGS, useFileDrop } from '@/components/ui/FileDrop';
import { FileProgress, FileRefused, FilesLeft } from '@/components/ui/FileNotices';
import { Icon } from '@/components/ui/Icon';
import { FailureNotice, Notice, StatedNotice } from '@/components/ui/Notice';
import { looksLikeTagSheet } from '@/lib/core/report/reconcile/sheet-columns';
import { comparingText as text, reportFileText } from '@/lib/text/reports/comparing';
import { keptFileText } from '@/lib/text/reports/kept-file';
import { tagSheetsText } from '@/lib/text/reports/tag-sheets';
import { reportProblemText } from '@/lib/text/reports/third-party';

import type { FileRead } from '../report-actions';
import type { ComparingModel } from './comparing-model';
import { DatesQuestion } from './DatesQuestion';
import { FileColumnLists } from './FileColumnLists';
import { FileLine } from './FileLine';
import { KeptColumns } from './KeptColumns';

/** Takes an ad server's report, and asks what the file does not tell. */
export function FileIntake({ model }: { model: ComparingModel }) {
  const [others, setOthers] = useState(0);
  const at = model.state.value;
  const take: OnFile = (file, left) => {
    setOthers(left);
    void model.take(file);
  };
  const { isOver, handlers } = useFileDrop(take);
  if (at.step === 'reading') {
    return (
      <div class="pb-stack">
        <FileProgress text={text.reading(at.name)} progress={at.progress} />
        <div>
          <Button onClick={() => void model.showKept()}>{text.cancel}</Button>
        </div>
      </div>
    );
  }
  const given = at.step === 'given' ? at.read : null;
  const { there } = model.keeping;
  const kept = model.keeping.kept.value;
  if (given === null && model.isLoading.value) {
    return (
      <p role="status" {...handlers}>
        {keptFileText.loading}
      </p>
    );
  }
  return (
    <div class={`pb-stack pb-comparing pb-report-intake ${isOver ? 'over' : ''}`} {...handlers}>
      <FilesLeft count={others} />
      {at.step === 'failed' && <FailureNotice failure={at.failure} />}
      {at.step === 'refused' && <FileRefused fileName={at.name} {...reportFileText[at.problem]} />}
      {given === null ? (
        <>
          {there.value === 'unreadable' && (
            <StatedNotice
              kind="warning"
              sentence={keptFileText.unreadable}
              next={keptFileText.unreadableNext}
            />
          )}
          <p class="pb-muted">{text.lead}</p>
          <DropBox isOver={isOver} onFile={take} />
        </>
      ) : (
        at.step === 'given' && <FileLine model={model} name={at.name} read={given} onFile={take} />
      )}
      {kept && at.step !== 'none' && given?.kind !== 'read' && (
        <div>
          <Button onClick={() => void model.showKept()}>{keptFileText.back(kept.fileName)}</Button>
        </div>
      )}
      {given?.kind === 'columns' &&
        (looksLikeTagSheet(given.offer.titles) ? (
          <StatedNotice kind="warning" {...tagSheetsText.isTagSheet} />
        ) : (
          <Notice kind="warning">{text.notRecognised}</Notice>
        ))}
      {given?.kind === 'refused' && (
        <StatedNotice kind="fail" {...reportProblemText[given.problem]} />
      )}
      {given?.kind === 'dates' && (
        <DatesQuestion
          samples={given.samples}
          onChoose={(dates) => void model.chooseDates(dates)}
        />
      )}
      {given && <Columns model={model} read={given} />}
    </div>
  );
}

function Columns({ model, read }: { model: ComparingModel; read: FileRead }) {
  if (model.hasFile.value) return <FileColumnLists model={model} read={read} />;
  return <KeptColumns offer={read.offer} dates={model.keeping.mine.value?.dates ?? null} />;
}

function DropBox({ isOver, onFile }: { isOver: boolean; onFile: OnFile }) {
  const hint = `${useId()}-hint`;
  return (
    <div class={`pb-drop pb-report-drop ${isOver ? 'over' : ''}`}>
      <Icon of={Upload} size={24} />
      <strong>{text.dropHere}</strong>
      <span id={hint} class="pb-muted">
        {text.dropNext}
      </span>
      <FileButton label={text.choose} accept={TABLE_ENDINGS} hintId={hint} onFile={onFile} />
    </div>
  );
}
