import { Trash2 } from 'lucide';
import { useId, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { FileButton, type OnFile, TABLE_ENDINGS } from '@/components/ui/FileDrop';
import { comparingText } from '@/lib/text/reports/comparing';
import { keptFileText as text } from '@/lib/text/reports/kept-file';

import type { FileRead } from '../report-actions';
import type { ComparingModel } from './comparing-model';
import { ThresholdField } from './ThresholdField';

interface FileLineProps {
  model: ComparingModel;
  name: string;
  read: FileRead;
  onFile: OnFile;
}

/** The ad server's report in one line: its name, what it is of, up to which difference both agree, and the way to another. */
export function FileLine({ model, name, read, onFile }: FileLineProps) {
  const [isAsked, setAsked] = useState(false);
  const hint = `${useId()}-hint`;
  const { mine } = model.keeping;
  const report = read.kind === 'read' ? read.report : null;
  return (
    <div class="pb-report-file">
      <p class="pb-report-file-name">
        <strong>{name}</strong>{' '}
        {report && (
          <span class="pb-muted pb-small">
            {text.facts(report.span, report.timeZone, mine.value?.readAt ?? null)}
          </span>
        )}
      </p>
      {report && <ThresholdField model={model} />}
      <span id={hint} class="pb-hidden">
        {comparingText.dropNext}
      </span>
      <FileButton
        label={comparingText.another}
        accept={TABLE_ENDINGS}
        hintId={hint}
        onFile={onFile}
      />
      {report && (
        <Button icon={Trash2} onClick={() => setAsked(true)}>
          <span class="pb-report-word">{text.remove}</span>
        </Button>
      )}
      {isAsked && (
        <Dialog title={text.removeTitle} onCancel={() => setAsked(false)}>
          <p>{text.removeWhat(name)}</p>
          <div class="pb-row">
            <Button
              kind="danger"
              onClick={() => {
                setAsked(false);
                void model.remove();
              }}
            >
              {text.removeIt}
            </Button>
            <Button onClick={() => setAsked(false)}>{text.keepIt}</Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
