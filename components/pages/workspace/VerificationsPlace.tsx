import { ArrowLeft } from 'lucide';

import { Icon } from '@/components/ui/Icon';
import { useFileDrop } from '@/components/ui/FileDrop';
import { Empty } from '@/components/ui/Notice';
import { DeleteRecording } from '@/components/verification/DeleteRecording';
import { HarIntake } from '@/components/verification/HarIntake';
import type { HarModel } from '@/components/verification/har-model';
import { RecordingList } from '@/components/verification/RecordingList';
import type { RecordingsModel } from '@/components/verification/recordings-model';
import { VerificationView } from '@/components/verification/VerificationView';
import { VisitedSection } from '@/components/visits/VisitedSection';
import type { VisitsModel } from '@/components/visits/visits-model';
import { visitPagesText } from '@/lib/text/visits/visit-pages';
import { workspaceText as text } from '@/lib/text/pages/workspace';
import { formatDay, viewName } from '@/lib/text/verification/verification';

import { addressOf } from './address';

interface VerificationsPlaceProps {
  model: RecordingsModel;
  har: HarModel;
  run: VisitsModel['run'];
  /** The recording that is open; `null` for the list of all. */
  id: string | null;
}

const addressOfRecording = (id: string | null) => addressOf({ name: 'verifications', id });

/** Everything that was recorded, or one recording as the panel shows it. A HAR file may be dropped on both. */
export function VerificationsPlace({ model, har, run, id }: VerificationsPlaceProps) {
  const take = async (file: File, others = 0) => {
    const list = addressOfRecording(null);
    location.hash = list;
    const made = await har.take(file, others);
    // Who has gone elsewhere meanwhile is left there; that files were left is said here.
    if (made === null || others > 0 || location.hash !== list) return;
    har.reset();
    location.hash = addressOfRecording(made);
  };
  const { isOver, handlers } = useFileDrop((file, others) => void take(file, others));
  return (
    <div class={`pb-place-drop ${isOver ? 'over' : ''}`} {...handlers}>
      {id === null ? (
        <div class="pb-place pb-place-narrow pb-stack">
          <h1 tabIndex={-1} data-focus>
            {text.verifications}
          </h1>
          <HarIntake
            model={har}
            onFile={(file) => void take(file)}
            addressOf={addressOfRecording}
          />
          <p>
            <a class="pb-button" href="#/visit-pages">
              {visitPagesText.open}
            </a>
          </p>
          <RecordingList model={model} addressOf={addressOfRecording} />
        </div>
      ) : (
        <OpenRecording model={model} run={run} />
      )}
    </div>
  );
}

function OpenRecording({ model, run }: Pick<VerificationsPlaceProps, 'model' | 'run'>) {
  const { phase, verification, pageViews, checked, failure } = model.open;
  const shown = phase.value === 'ready' ? verification.value : null;
  const leave = async (deleted: string) => {
    if (await model.remove(deleted)) location.hash = addressOfRecording(null);
    else failure.value = model.failure.value;
  };
  const isGone = phase.value === 'ready' && verification.value === null;
  const view = pageViews.value.at(-1);
  const { name: named, file, visited } = verification.value ?? {};
  const listed = visited && visitPagesText.listOf(visited.pages.length);
  const name = named ?? file?.name ?? listed ?? (view && viewName(view));
  return (
    <div class="pb-place-recording">
      <header class="pb-row pb-place-head">
        <a class="pb-button quiet" href="#/verifications">
          <Icon of={ArrowLeft} />
          {text.allRecordings}
        </a>
        <h1 class="pb-grow pb-clip" tabIndex={-1} data-focus>
          {name ?? text.verifications}
        </h1>
        {shown && (
          <DeleteRecording
            name={name ?? text.noPage}
            isFile={shown.file !== undefined}
            when={formatDay(shown.startedAt)}
            extent={{ requests: checked.value.rows.length, pages: pageViews.value.length }}
            onDelete={() => void leave(shown.id)}
          />
        )}
      </header>
      {shown?.visited && (
        <VisitedSection model={model.open} run={run} id={shown.id} visited={shown.visited} />
      )}
      {isGone ? (
        <Empty title={text.noSuchRecording}>
          <span>{text.noSuchRecordingNext}</span>
        </Empty>
      ) : (
        <VerificationView
          model={model.open}
          onChoose={(other) => void (location.hash = addressOfRecording(other))}
          onTracker={(trackerId) =>
            void (location.hash = addressOf({
              name: 'trackers',
              route: { view: 'form', trackerId },
            }))
          }
        />
      )}
    </div>
  );
}
