import { FormOpening } from '@/components/trackers/FormOpening';
import type { TrackersModel } from './trackers-model';
import { TagPage } from '@/components/tags/TagPage';

interface OpenTrackerProps {
  model: TrackersModel;
  /** Whether what opens takes the focus: at its first field. */
  takesFocus?: boolean;
}

/** The form or the tag of the tracker that is open; nothing while none is. */
export function OpenTracker({ model, takesFocus = false }: OpenTrackerProps) {
  const { actions, fail, route } = model;
  const at = route.value;
  const onBack = () => model.go({ view: 'list' });
  if (at.view === 'form') {
    const advertiserId = model.advertiser.value?.id ?? 0;
    return (
      <FormOpening
        key={at.trackerId ?? `new of ${advertiserId}`}
        advertiserId={advertiserId}
        trackerId={at.trackerId}
        canWrite={model.canWrite.value}
        takesFocus={takesFocus}
        waitingUntil={model.waitingUntil.value}
        actions={actions}
        fail={fail}
        jobDone={model.jobDone.value}
        onBack={onBack}
        onDone={(id, tracker, said, isOpen) => {
          // Who has gone on to something else meanwhile is left there.
          if (isOpen || route.value.view === 'list') model.afterEdit(id, tracker, said);
        }}
      />
    );
  }
  if (at.view === 'tag') {
    return (
      <TagPage
        key={at.trackerId}
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
