import { Upload } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { ImportResult } from '@/lib/core/ad-server/profiles-file';
import { fileProblemText, optionsText as text, outcomeText } from '@/lib/text/pages/options';

interface ImportBoxProps {
  result: ImportResult | null;
  onFile: (file: File) => void;
  exporter: ComponentChildren;
}

const SHOWN_OUTCOMES = 200;

/** Takes a file by choosing or dropping it, and says of each of its rows what became of it. */
export function ImportBox({ result, onFile, exporter }: ImportBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file) onFile(file);
  };
  const hidden = (result?.outcomes.length ?? 0) - SHOWN_OUTCOMES;
  return (
    <>
      <div
        class={`pb-drop pb-row ${isOver ? 'over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files[0]);
        }}
      >
        <input
          ref={input}
          class="pb-hidden"
          type="file"
          accept=".json,application/json"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            // The same file may be chosen again.
            event.currentTarget.value = '';
          }}
        />
        <Button icon={Upload} onClick={() => input.current?.click()}>
          {text.import}
        </Button>
        <span class="pb-muted">{text.importDrop}</span>
        <span class="pb-grow" />
        {exporter}
      </div>
      {result?.problem && <Notice kind="fail">{fileProblemText[result.problem]}</Notice>}
      {result && result.outcomes.length > 0 && (
        <ol class="pb-outcomes pb-small">
          {result.outcomes.slice(0, SHOWN_OUTCOMES).map((outcome) => (
            <li key={outcome.line}>
              <strong>{outcome.title || `#${outcome.line}`}</strong> {outcomeText(outcome)}
            </li>
          ))}
        </ol>
      )}
      {hidden > 0 && <p class="pb-muted pb-small">{text.moreOutcomes(hidden)}</p>}
    </>
  );
}
