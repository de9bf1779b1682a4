import { ListPage } from '@/components/pages/trackers/ListPage';
import { NotStarted } from '@/components/pages/trackers/NotStarted';
import type { TrackersModel } from '@/components/pages/trackers/trackers-model';
import { SignedOut } from '@/components/pages/trackers/SignedOut';
import { OpenTracker } from '@/components/pages/trackers/OpenTracker';
import { ActDialog } from '@/components/trackers/acts/ActDialog';
import type { ActsModel } from '@/components/trackers/acts/acts-model';
import { SelectionBar } from '@/components/trackers/acts/SelectionBar';
import { PassportPage } from '@/components/trackers/passport/PassportPage';
import type { PassportActions } from '@/components/trackers/passport/passport-actions';
import { TRACKER_TABLE } from '@/components/trackers/table/columns';
import { TrackerTable } from '@/components/trackers/table/TrackerTable';
import type { ListInstead } from '@/components/trackers/TrackerListView';
import { Empty } from '@/components/ui/Notice';
import { ColumnMenu } from '@/components/ui/table/ColumnMenu';
import { bulkText } from '@/lib/text/trackers/bulk';
import { workspaceText as text } from '@/lib/text/pages/workspace';

interface TrackersPlaceProps {
  model: TrackersModel;
  acts: ActsModel;
  passport: PassportActions;
}

/** The table, and beside it the form, the tag or the passport of the tracker that is open. */
export function TrackersPlace({ model, acts, passport }: TrackersPlaceProps) {
  const { phase, route } = model;
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
        <h1 class="pb-hidden">{text.trackers}</h1>
        <SignedOut model={model} />
      </div>
    );
  }
  const at = route.value;
  const isOpen = at.view !== 'list';
  return (
    <div class={`pb-place pb-place-trackers ${isOpen ? 'open' : ''}`}>
      <div class="pb-place-list">
        <div class="pb-row pb-spread">
          <h1 tabIndex={-1} data-focus>
            {text.trackers}
          </h1>
          <a class="pb-button" href="#/trackers/sheet">
            {bulkText.open}
          </a>
        </div>
        <ListPage
          model={model}
          onSheet={() => void (location.hash = '#/tag-sheets')}
          instead={tableInstead(model, acts)}
        />
        <ActDialog model={acts} />
      </div>
      {isOpen ? (
        <section
          class="pb-place-detail"
          aria-label={text.trackerRegion}
          tabIndex={-1}
          data-focus="detail"
        >
          {at.view === 'passport' ? (
            <PassportPage
              trackerId={at.trackerId}
              whose={model.openFor.value}
              actions={passport}
              fail={model.fail}
              servers={model.servers.value}
              choices={model.choices.value}
              onEdit={() => model.go({ view: 'form', trackerId: at.trackerId })}
              onBuild={() => model.go({ view: 'tag', trackerId: at.trackerId })}
              onBack={() => model.go({ view: 'list' })}
            />
          ) : (
            <OpenTracker model={model} />
          )}
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

/** In the workspace the list is a table in which many can be selected. */
function tableInstead(model: TrackersModel, acts: ActsModel): ListInstead {
  const { table } = acts;
  const { stateSwitch, canWrite } = model;
  const at = model.route.value;
  return {
    said: acts.said.value,
    tools: (
      <ColumnMenu
        columns={TRACKER_TABLE}
        chosen={table.layout.value.columns}
        left={table.left.value}
        onToggle={table.toggleColumn}
        onUsual={table.usualColumns}
      />
    ),
    bar: <SelectionBar model={acts} />,
    rows: ({ handle, onKey, onCopy }) => (
      <TrackerTable
        model={table}
        rows={model.shown.value}
        saving={stateSwitch.saving.value}
        openId={at.view === 'list' ? null : at.trackerId}
        handle={handle}
        onKey={onKey}
        acts={{
          onEdit: (trackerId) => model.go({ view: 'form', trackerId }),
          onBuild: (trackerId) => model.go({ view: 'tag', trackerId }),
          onPassport: (trackerId) => model.go({ view: 'passport', trackerId }),
          onCopy,
          onSwitch: canWrite.value ? (tracker) => void stateSwitch.flip(tracker) : null,
        }}
      />
    ),
  };
}
