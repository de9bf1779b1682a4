import { ArrowLeft } from 'lucide';
import { useEffect, useMemo, useState } from 'preact/hooks';

import { TagBuilder } from '@/components/tags/TagBuilder';
import { writeHere } from '@/components/tags/write-here';
import { IconButton } from '@/components/ui/Button';
import { FailureNotice } from '@/components/ui/Notice';
import type { Failure } from '@/lib/core/base/errors';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { builderText } from '@/lib/text/builder/builder';
import { formText } from '@/lib/text/trackers/tracker-form';

import type { PopupModel } from './popup-model';

/** The tag of one tracker, built in the popup. */
export function TagPage({ model, trackerId }: { model: PopupModel; trackerId: number }) {
  const { actions } = model;
  const [tracker, setTracker] = useState<Tracker | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    actions
      .findTracker(trackerId)
      .then(async (found) => setTracker(found ?? (await actions.open(trackerId))))
      .catch((error: unknown) => setFailure(model.fail(error)));
  }, [actions, model, trackerId]);
  const write = useMemo(() => writeHere(model.servers.value), [model.servers.value]);
  return (
    <>
      <header class="pb-row">
        <IconButton
          icon={ArrowLeft}
          label={formText.back}
          onClick={() => model.go({ view: 'list' })}
        />
        <h1 class="pb-grow pb-clip">{tracker?.name ?? builderText.title}</h1>
        <span class="pb-muted">{trackerId}</span>
      </header>
      {failure && <FailureNotice failure={failure} />}
      {tracker && (
        <TagBuilder
          tracker={tracker}
          servers={model.servers.value}
          write={write}
          choices={model.choices.value}
          onChoices={(choices) => void model.keepChoices(choices)}
          onCopy={async (tag) => ((await actions.copy(tag)) ? 'done' : 'copy-failed')}
        />
      )}
    </>
  );
}
