import { ArrowLeft } from 'lucide';

import { Icon } from '@/components/ui/Icon';
import { Empty } from '@/components/ui/Notice';
import { DeleteRecording } from '@/components/verification/DeleteRecording';
import { RecordingList } from '@/components/verification/RecordingList';
import type { RecordingsModel } from '@/components/verification/recordings-model';
import { VerificationView } from '@/components/verification/VerificationView';
import { workspaceText as text } from '@/lib/text/pages/workspace';
import { formatDay, pageName } from '@/lib/text/verification';

import { addressOf } from './address';

interface VerificationsPlaceProps {
  model: RecordingsModel;
  /** The recording that is open; `null` for the list of all. */
  id: string | null;
}

const addressOfRecording = (id: string | null) => addressOf({ name: 'verifications', id });

/** Everything that was recorded, or one recording as the panel shows it. */
export function VerificationsPlace({ model, id }: VerificationsPlaceProps) {
  if (id === null) {
    return (
      <div class="pb-place pb-place-narrow pb-stack">
        <h1 tabIndex={-1} data-focus>
          {text.verifications}
        </h1>
        <RecordingList model={model} addressOf={addressOfRecording} />
      </div>
    );
  }
  const { phase, verification, pageViews, checked, failure } = model.open;
  const shown = phase.value === 'ready' ? verification.value : null;
  const leave = async (deleted: string) => {
    if (await model.remove(deleted)) location.hash = addressOfRecording(null);
    else failure.value = model.failure.value;
  };
  const isGone = phase.value === 'ready' && verification.value === null;
  const url = pageViews.value.at(-1)?.url;
  return (
    <div class="pb-place-recording">
      <header class="pb-row pb-place-head">
        <a class="pb-button quiet" href="#/verifications">
          <Icon of={ArrowLeft} />
          {text.allRecordings}
        </a>
        <h1 class="pb-grow pb-clip" tabIndex={-1} data-focus>
          {url ? pageName(url) : text.verifications}
        </h1>
        {shown && (
          <DeleteRecording
            name={url ? pageName(url) : text.noPage}
            when={formatDay(shown.startedAt)}
            extent={{ requests: checked.value.rows.length, pages: pageViews.value.length }}
            onDelete={() => void leave(shown.id)}
          />
        )}
      </header>
      {isGone ? (
        <Empty title={text.noSuchRecording}>
          <span>{text.noSuchRecordingNext}</span>
        </Empty>
      ) : (
        <VerificationView
          model={model.open}
          onChoose={(other) => void (location.hash = addressOfRecording(other))}
        />
      )}
    </div>
  );
}
