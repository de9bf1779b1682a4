import { useMemo } from 'preact/hooks';

import type { CannotSave } from '@/components/trackers/CannotNotice';
import { FormOpening } from '@/components/trackers/FormOpening';
import type { FormDone } from '@/components/trackers/form-done';
import type { Said } from '@/components/ui/Notice';

import { toFailure } from '@/lib/core/base/errors';

import { copyTag } from './copy-tag';
import type { TrackersModel } from './trackers-model';
import { TagPage } from '@/components/tags/TagPage';

interface OpenTrackerProps {
  model: TrackersModel;
  /** Whether what opens takes the focus: at its first field. */
  takesFocus?: boolean;
}

/** The form or the tag of the tracker that is open; nothing while none is. */
export function OpenTracker({ model, takesFocus = false }: OpenTrackerProps) {
  const { actions, route } = model;
  const at = route.value;
  // What one person has typed is nothing of another, who has the same tracker open.
  const of = model.openFor.value;
  // Nor is what comes of it once the other is shown: neither an end of their session, nor a row of their list.
  const fail = useMemo(
    () => (error: unknown) => (model.openFor.value === of ? model.fail : toFailure)(error),
    [model, of],
  );
  const onBack = () => model.go({ view: 'list' });
  if (at.view === 'form') {
    const advertiserId = model.advertiser.value?.id ?? 0;
    return (
      <FormOpening
        key={`${of}: ${at.trackerId ?? `new of ${advertiserId}, ${model.newForms.value}`}`}
        advertiserId={advertiserId}
        trackerId={at.trackerId}
        cannot={cannotSave(model, at.trackerId === null)}
        said={model.formSaid.value}
        takesFocus={takesFocus}
        waitingUntil={model.waitingUntil.value}
        actions={actions}
        fail={fail}
        jobDone={model.jobDone.value}
        onBack={onBack}
        onNew={() => model.go({ view: 'form', trackerId: null })}
        onDone={(done) => {
          if (model.openFor.value === of) void afterForm(model, done);
        }}
      />
    );
  }
  if (at.view === 'tag') {
    return (
      <TagPage
        key={`${of}: ${at.trackerId}`}
        trackerId={at.trackerId}
        actions={actions}
        fail={fail}
        takesFocus={takesFocus}
        servers={model.servers.value}
        choices={model.choices.value}
        onChoices={(choices) => void model.keepChoices(choices)}
        onBack={onBack}
      />
    );
  }
  return null;
}

function cannotSave({ canWrite, session }: TrackersModel, isNew: boolean): CannotSave | null {
  if (!canWrite.value) return 'read-only';
  return isNew && session.value?.trackersEnabled === false ? 'not-enabled' : null;
}

async function afterForm(model: TrackersModel, done: FormDone): Promise<void> {
  const { id, tracker, said, isOpen, next } = done;
  // Who has gone on to something else meanwhile is left there.
  if (!isOpen && model.route.value.view !== 'list') return;
  const copied = next === 'copy' && tracker ? await copyTag(model, tracker) : null;
  model.afterEdit(id, tracker, copied ? joined(said, copied) : said, next === 'new');
}

function joined(first: Said, second: Said): Said {
  const isPass = first.kind === 'pass' && second.kind === 'pass';
  return { kind: isPass ? 'pass' : 'warning', text: `${first.text} ${second.text}` };
}
