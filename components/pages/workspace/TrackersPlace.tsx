import { ListPage } from '@/components/pages/trackers/ListPage';
import { NotStarted } from '@/components/pages/trackers/NotStarted';
import type { TrackersModel } from '@/components/pages/trackers/trackers-model';
import { SignedOut } from '@/components/pages/trackers/SignedOut';
import { OpenTracker } from '@/components/pages/trackers/OpenTracker';
import { Empty } from '@/components/ui/Notice';
import { bulkText } from '@/lib/text/trackers/bulk';
import { workspaceText as text } from '@/lib/text/pages/workspace';

/** The list, and beside it the form or the tag of the tracker that is open. */
export function TrackersPlace({ model }: { model: TrackersModel }) {
  const { phase, route } = model;
  const heading = (
    <h1 tabIndex={-1} data-focus>
      {text.trackers}
    </h1>
  );
  if (phase.value === 'loading') {
    return (
      <div class="pb-place" aria-busy={model.startFailure.value === null}>
        <NotStarted model={model} />
      </div>
    );
  }
  if (phase.value === 'signed-out') {
    return (
      <div class="pb-place">
        <h1 class="pb-hidden" tabIndex={-1} data-focus>
          {text.trackers}
        </h1>
        <SignedOut model={model} />
      </div>
    );
  }
  const isOpen = route.value.view !== 'list';
  return (
    <div class={`pb-place pb-place-trackers ${isOpen ? 'open' : ''}`}>
      <div class="pb-place-list">
        <div class="pb-row pb-spread">
          {heading}
          <a class="pb-button" href="#/trackers/sheet">
            {bulkText.open}
          </a>
        </div>
        <ListPage model={model} onSheet={() => void (location.hash = '#/tag-sheets')} />
      </div>
      {isOpen ? (
        <section
          class="pb-place-detail"
          aria-label={text.trackerRegion}
          tabIndex={-1}
          data-focus="detail"
        >
          <OpenTracker model={model} />
        </section>
      ) : (
        <section class="pb-place-detail" aria-label={text.trackerRegion}>
          <Empty title={text.chooseTracker}>
            <span>{text.chooseTrackerNext}</span>
          </Empty>
        </section>
      )}
    </div>
  );
}
