import { ArrowLeft } from 'lucide';

import { AdServerChoice } from '@/components/tags/AdServerChoice';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Icon } from '@/components/ui/Icon';
import { Empty, FailureNotice, Notice } from '@/components/ui/Notice';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { TRIAL_LIMITS } from '@/lib/core/trial/limits';
import { trialText as text } from '@/lib/text/tags/trial';

import type { TrialModel } from './trial-model';
import { TrialResults } from './TrialResults';

/** A tag, the ad server that will serve it, and what it would ask for. */
export function TrialView({ model }: { model: TrialModel }) {
  const { failure, isGone, phase, result } = model;
  const isRunning = phase.value === 'running';
  return (
    <div class="pb-place pb-place-narrow pb-stack pb-trial">
      <header class="pb-row pb-wrap">
        <a class="pb-button quiet" href="#/tag-sheets">
          <Icon of={ArrowLeft} />
          {text.back}
        </a>
        <h1 tabIndex={-1} data-focus>
          {text.title}
        </h1>
      </header>
      <p class="pb-muted">{model.isRun ? text.about : text.aboutRead}</p>
      <Given model={model} isRunning={isRunning} />
      {isGone.value && (
        <Notice kind="warning">
          {text.gone} {text.goneNext}
        </Notice>
      )}
      {failure.value && <FailureNotice failure={failure.value} />}
      {result.value ? (
        <TrialResults
          result={result.value}
          isChanged={
            result.value.tag !== model.tag.value || result.value.serverId !== model.serverId.value
          }
        />
      ) : (
        !failure.value && (
          <Empty title={isRunning ? text.running : text.empty}>
            {!isRunning && <span>{text.emptyNext}</span>}
          </Empty>
        )
      )}
    </div>
  );
}

function Given({ model, isRunning }: { model: TrialModel; isRunning: boolean }) {
  const { tag, serverId, servers } = model;
  const isTooLong = tag.value.length > TRIAL_LIMITS.text;
  return (
    <form
      class="pb-trial-given"
      onSubmit={(event) => {
        event.preventDefault();
        void model.start();
      }}
    >
      <Field
        label={text.tag}
        hint={text.tagHint}
        problem={isTooLong ? text.tooLong(TRIAL_LIMITS.text) : null}
      >
        {({ id, describedBy }) => (
          <textarea
            id={id}
            class="pb-input pb-trial-tag"
            rows={6}
            spellcheck={false}
            aria-describedby={describedBy}
            aria-invalid={isTooLong ? true : undefined}
            value={tag.value}
            onInput={(event) => (tag.value = event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="pb-stack">
        <AdServerChoice
          type="image"
          server={adServerById(serverId.value, servers.value)}
          servers={servers.value}
          onChange={({ adServerId }) => (serverId.value = adServerId ?? null)}
        />
        <div class="pb-row">
          <Button
            kind="primary"
            disabled={isRunning || isTooLong || tag.value.trim() === ''}
            onClick={() => void model.start()}
          >
            {isRunning ? text.running : text.start}
          </Button>
          {isRunning && <Button onClick={model.stop}>{text.stop}</Button>}
        </div>
      </div>
    </form>
  );
}
