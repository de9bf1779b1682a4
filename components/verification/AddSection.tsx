import { useId, useRef } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Combobox } from '@/components/ui/Combobox';
import { FileButton, TABLE_ENDINGS, useFileDrop } from '@/components/ui/FileDrop';
import { FileProgress, FileRefused, FilesLeft } from '@/components/ui/FileNotices';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import type { Taken } from '@/lib/core/verification/taken';
import { fileProblemText } from '@/lib/text/sheets/page';
import { addText as text, refusalText } from '@/lib/text/verification/verification-run';

import type { AddModel, Outcome } from './add-model';
import type { LineItemOffer } from './run-actions';

/** Takes several trackers at once, and says of each list what was understood and what was not. */
export function AddSection({ add }: { add: AddModel }) {
  const hint = `${useId()}-hint`;
  const field = useRef<HTMLTextAreaElement>(null);
  const { isOver, handlers } = useFileDrop((file, others) => void add.addFile(file, others));
  const reading = add.reading.value;
  return (
    <section
      class={`pb-add pb-stack-tight ${isOver ? 'over' : ''}`}
      aria-label={text.title}
      onDragOver={(event) => {
        event.stopPropagation();
        handlers.onDragOver(event);
      }}
      onDragLeave={handlers.onDragLeave}
      onDrop={(event) => {
        // Around it other files are taken.
        event.stopPropagation();
        handlers.onDrop(event);
      }}
    >
      <textarea
        ref={field}
        class="pb-input"
        rows={3}
        aria-label={text.paste}
        placeholder={text.pastePlaceholder}
        spellcheck={false}
        value={add.text.value}
        onInput={(event) => (add.text.value = event.currentTarget.value)}
      />
      <div class="pb-row pb-wrap">
        <Button
          disabled={add.text.value.trim() === ''}
          onClick={() => void add.addText().then(() => field.current?.focus())}
        >
          {text.add}
        </Button>
        {reading ? (
          <>
            <FileProgress text={text.reading(reading.fileName)} progress={reading.progress} />
            <Button onClick={add.stop}>{text.stop}</Button>
          </>
        ) : (
          <FileButton
            label={text.file}
            accept={TABLE_ENDINGS}
            hintId={hint}
            onFile={(file, others) => void add.addFile(file, others)}
          />
        )}
      </div>
      <p id={hint} class="pb-muted pb-small">
        {text.fileHint}
      </p>
      <Combobox<LineItemOffer & { note: string }>
        label={text.lineItem}
        placeholder={text.lineItemPlaceholder}
        value={withNote(add.lineItem.value)}
        search={async (words) =>
          (await add.searchLineItems(words)).flatMap((one) => withNote(one) ?? [])
        }
        onChange={(chosen) => (add.lineItem.value = chosen)}
      />
      {add.lineItem.value && (
        <div class="pb-row pb-wrap">
          <span class="pb-muted pb-small">{withNote(add.lineItem.value)?.note}</span>
          <Button onClick={() => void add.addLineItem().then(() => field.current?.focus())}>
            {text.addLineItem(add.lineItem.value.trackerIds.length)}
          </Button>
        </div>
      )}
      <FilesLeft count={add.othersLeft.value} />
      {add.outcome.value && <Said outcome={add.outcome.value} />}
    </section>
  );
}

function withNote(offer: LineItemOffer | null) {
  return offer && { ...offer, note: text.lineItemNote(offer.trackerIds.length, offer.inactive) };
}

function Said({ outcome }: { outcome: Outcome }) {
  if (outcome.kind === 'failed') return <FailureNotice failure={outcome.failure} />;
  if (outcome.kind === 'too-long') {
    return (
      <Notice kind="fail">
        <strong>{text.tooLong}</strong> <span>{text.tooLongNext}</span>
      </Notice>
    );
  }
  if (outcome.kind === 'refused') {
    return <FileRefused fileName={outcome.fileName} {...fileProblemText[outcome.problem]} />;
  }
  const { taken, from, added } = outcome;
  const isWhole = taken.ids.length > 0 && taken.refused.length + taken.idsMore === 0;
  return (
    <Notice kind={isWhole ? 'pass' : 'warning'}>
      {text.taken(taken.ids.length, added, from)}
      {taken.idsMore > 0 && <p>{text.idsMore(taken.idsMore)}</p>}
      {taken.refused.length > 0 && <NotTaken taken={taken} />}
    </Notice>
  );
}

function NotTaken({ taken: { refused, refusedMore } }: { taken: Taken }) {
  return (
    <>
      <p>{text.refused(refused.length + refusedMore)}</p>
      <ul class="pb-refused">
        {refused.map((one) => (
          <li key={`${one.line} ${one.text}`}>
            {text.line(one.line)}: <code>{one.text}</code>{' '}
            <span class="pb-muted">{refusalText[one.why]}</span>
          </li>
        ))}
        {refusedMore > 0 && <li class="pb-muted">{text.refusedMore(refusedMore)}</li>}
      </ul>
    </>
  );
}
