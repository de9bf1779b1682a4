import { ArrowLeft } from 'lucide';
import { useEffect, useId } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Field, TextField } from '@/components/ui/Field';
import { FileButton, useFileDrop } from '@/components/ui/FileDrop';
import { FilesLeft } from '@/components/ui/FileNotices';
import { Icon } from '@/components/ui/Icon';
import { FailureNotice, Notice } from '@/components/ui/Notice';
import { durationText, visitPagesText as text } from '@/lib/text/visits/visit-pages';

import { ListRead } from './ListRead';
import type { VisitsModel } from './visits-model';

interface VisitsPlaceProps {
  model: VisitsModel;
  /** A run has begun. */
  onBegun: (id: string) => void;
}

/** Where a person says which pages are visited, and what is expected there. */
export function VisitsPlace({ model, onBegun }: VisitsPlaceProps) {
  useEffect(() => void model.open(), [model]);
  const { isOver, handlers } = useFileDrop(model.take);
  const order = model.order.value;
  const start = async () => {
    const id = await model.start();
    if (id !== null) onBegun(id);
  };
  return (
    <div class={`pb-place-drop ${isOver ? 'over' : ''}`} {...handlers}>
      <form
        class="pb-place pb-place-narrow pb-visits pb-stack"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <header class="pb-row">
          <a class="pb-button quiet" href="#/verifications">
            <Icon of={ArrowLeft} />
            {text.back}
          </a>
          <h1 tabIndex={-1} data-focus>
            {text.title}
          </h1>
        </header>
        <p class="pb-muted">{text.lead}</p>
        <Pages model={model} />
        <Expected model={model} />
        <section class="pb-visits-happens" aria-labelledby="pb-visits-happens">
          <h2 id="pb-visits-happens">{text.happens}</h2>
          <ul>
            <li>
              <strong>{text.billed}</strong>
            </li>
            {[text.again, text.window, text.cookies, text.files, text.access].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
        {model.failure.value && <FailureNotice failure={model.failure.value} />}
        {model.isRefused.value && <Notice kind="fail">{text.refused}</Notice>}
        <div class="pb-row pb-wrap">
          <Button
            kind="primary"
            disabled={order === null || model.isStarting.value}
            onClick={() => void start()}
          >
            {model.isStarting.value ? text.starting : text.start}
          </Button>
          <span class="pb-muted pb-small">
            {order ? durationText(order.pages.length, order.limitSeconds) : text.nothingYet}
          </span>
        </div>
      </form>
    </div>
  );
}

function Pages({ model }: { model: VisitsModel }) {
  const hint = `${useId()}-hint`;
  const name = model.fileName.value;
  return (
    <div class="pb-stack">
      {name === null ? (
        <Field label={text.pages} hint={text.pagesHint}>
          {({ id, describedBy }) => (
            <textarea
              id={id}
              class="pb-input pb-visits-list"
              rows={8}
              spellcheck={false}
              value={model.text.value}
              aria-describedby={describedBy}
              onInput={(event) => model.type(event.currentTarget.value)}
            />
          )}
        </Field>
      ) : (
        <div class="pb-row pb-wrap">
          <strong class="pb-visits-file">{text.fromFile(name)}</strong>
          <Button onClick={model.leaveFile}>{text.leaveFile}</Button>
        </div>
      )}
      <div class="pb-row pb-wrap">
        <FileButton
          label={text.choose}
          accept=".csv,.tsv,.txt,.xlsx"
          hintId={hint}
          onFile={model.take}
        />
        <span id={hint} class="pb-muted pb-small">
          {text.chooseHint}
        </span>
      </div>
      <FilesLeft count={model.others.value} />
      <ListRead read={model.read.value} />
    </div>
  );
}

function Expected({ model }: { model: VisitsModel }) {
  return (
    <div class="pb-visits-expected">
      <Field
        label={text.expected}
        optional
        hint={text.expectedHint}
        problem={model.everywhereIds.value === null ? text.expectedWrong : null}
      >
        {({ id, describedBy }) => (
          <textarea
            id={id}
            class="pb-input"
            rows={2}
            spellcheck={false}
            value={model.expected.value}
            aria-invalid={model.everywhereIds.value === null ? true : undefined}
            aria-describedby={describedBy}
            onInput={(event) => model.expect(event.currentTarget.value)}
          />
        )}
      </Field>
      <TextField
        label={text.seconds}
        value={model.seconds.value}
        onInput={model.limit}
        hint={text.secondsHint}
        problem={model.limitSeconds.value === null ? text.secondsWrong : null}
      />
    </div>
  );
}
