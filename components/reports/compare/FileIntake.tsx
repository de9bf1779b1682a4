import { Upload } from 'lucide';
import { useId, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { FileButton, type OnFile, useFileDrop } from '@/components/ui/FileDrop';
import { FileProgress, FileRefused, FilesLeft } from '@/components/ui/FileNotices';
import { Icon } from '@/components/ui/Icon';
import { FailureNotice, Notice, StatedNotice } from '@/components/ui/Notice';
import { looksLikeTagSheet } from '@/lib/core/report/reconcile/sheet-columns';
import { comparingText as text, reportFileText } from '@/lib/text/reports/comparing';
import { tagSheetsText } from '@/lib/text/reports/tag-sheets';
import { reportProblemText } from '@/lib/text/reports/third-party';

import type { ComparingModel } from './comparing-model';
import { DatesQuestion } from './DatesQuestion';
import { FileColumnLists } from './FileColumnLists';

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
          <Button onClick={model.reset}>{text.cancel}</Button>
        </div>
      </div>
    );
  }
  const given = at.step === 'given' ? at.read : null;
  return (
    <div class={`pb-stack pb-report-intake ${isOver ? 'over' : ''}`} {...handlers}>
      <FilesLeft count={others} />
      {at.step === 'failed' && <FailureNotice failure={at.failure} />}
      {at.step === 'refused' && <FileRefused fileName={at.name} {...reportFileText[at.problem]} />}
      {given === null ? (
        <>
          <p class="pb-muted">{text.lead}</p>
          <DropBox isOver={isOver} onFile={take} />
        </>
      ) : (
        <div class="pb-row pb-wrap">
          <strong class="pb-grow pb-clip">{at.step === 'given' && at.name}</strong>
          <AnotherFile onFile={take} />
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
      {given && <FileColumnLists model={model} read={given} />}
    </div>
  );
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
      <FileButton label={text.choose} accept=".xlsx,.csv,.tsv,.txt" hintId={hint} onFile={onFile} />
    </div>
  );
}

function AnotherFile({ onFile }: { onFile: OnFile }) {
  const hint = `${useId()}-hint`;
  return (
    <>
      <span id={hint} class="pb-hidden">
        {text.dropNext}
      </span>
      <FileButton
        label={text.another}
        accept=".xlsx,.csv,.tsv,.txt"
        hintId={hint}
        onFile={onFile}
      />
    </>
  );
}
