import { CirclePlus, FileSpreadsheet, RefreshCw } from 'lucide';
import { useEffect, useState } from 'preact/hooks';

import { Button, IconButton } from '@/components/ui/Button';
import { Empty, FailureNotice, Notice, type Said } from '@/components/ui/Notice';
import { VirtualList } from '@/components/ui/VirtualList';
import type { Failure } from '@/lib/core/base/errors';
import { ALL_TRACKERS, type TrackerFilter } from '@/lib/core/tracker/filter';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { popupText as text } from '@/lib/text/pages/popup';
import { sheetPageText } from '@/lib/text/sheets/page';

import { SyncProgress } from './SyncProgress';
import { TrackerRow } from './TrackerRow';

export interface TrackerListViewProps {
  shown: readonly Tracker[];
  /** `null` until all have been read. */
  total: number | null;
  filter: TrackerFilter;
  onFilter: (filter: TrackerFilter) => void;
  syncing: boolean;
  progress: { readonly loaded: number; readonly total: number } | null;
  /** Milliseconds since 1970 until which the rate limit holds requests back. */
  waitingUntil: number | null;
  failure: Failure | null;
  message: string | null;
  canCreate: boolean;
  onRefresh: () => void;
  onStop: () => void;
  onNew: () => void;
  onSheet: () => void;
  onEdit: (id: number) => void;
  onBuild: (id: number) => void;
  onCopy: (tracker: Tracker) => Promise<Said>;
}

const ROW_HEIGHT = 92;

/** The trackers of one advertiser: searched, filtered, and a tag copied in one press. */
export function TrackerListView(props: TrackerListViewProps) {
  const { shown, total, filter, onFilter, syncing } = props;
  const [copied, setCopied] = useState<Said | null>(null);
  const narrowed = filter.search !== '' || filter.state !== 'all';

  const copy = async (tracker: Tracker) => {
    setCopied(await props.onCopy(tracker));
  };
  // What was said before ends with the next thing that is said.
  useEffect(() => setCopied(null), [props.message]);

  return (
    <section class="pb-trackers" aria-label={text.trackers}>
      <div class="pb-row">
        <input
          class="pb-input pb-grow"
          type="search"
          aria-label={text.searchTrackers}
          placeholder={text.searchPlaceholder}
          value={filter.search}
          onInput={(event) => onFilter({ ...filter, search: event.currentTarget.value })}
        />
        <select
          class="pb-input"
          style={{ width: 'auto' }}
          aria-label={text.stateFilter}
          value={filter.state}
          onChange={(event) => onFilter({ ...filter, state: readState(event.currentTarget.value) })}
        >
          <option value="all">{text.all}</option>
          <option value="active">{text.active}</option>
          <option value="inactive">{text.inactive}</option>
        </select>
      </div>
      <div class="pb-row pb-spread pb-trackers-tools">
        <span class="pb-muted pb-small" role="status">
          {text.count(shown.length, total)}
        </span>
        <span class="pb-row pb-trackers-tools">
          <IconButton
            icon={RefreshCw}
            label={text.refresh}
            disabled={syncing}
            onClick={props.onRefresh}
          />
          <Button icon={FileSpreadsheet} title={sheetPageText.openTitle} onClick={props.onSheet}>
            {sheetPageText.open}
          </Button>
          <Button
            kind="primary"
            icon={CirclePlus}
            disabled={!props.canCreate}
            onClick={props.onNew}
          >
            {text.newTracker}
          </Button>
        </span>
      </div>
      {syncing && (
        <SyncProgress
          progress={props.progress}
          waitingUntil={props.waitingUntil}
          onStop={props.onStop}
        />
      )}
      {props.failure && <FailureNotice failure={props.failure} />}
      {copied && <Notice kind={copied.kind}>{copied.text}</Notice>}
      {!copied && props.message && <Notice kind="pass">{props.message}</Notice>}
      {shown.length > 0 ? (
        <VirtualList
          label={text.trackers}
          items={shown}
          keyOf={(tracker) => tracker.id}
          rowHeight={ROW_HEIGHT}
          render={(tracker) => (
            <TrackerRow
              tracker={tracker}
              onEdit={props.onEdit}
              onBuild={props.onBuild}
              onCopy={(item) => void copy(item)}
            />
          )}
        />
      ) : (
        <NoTrackers {...props} narrowed={narrowed} />
      )}
    </section>
  );
}

function NoTrackers(props: TrackerListViewProps & { narrowed: boolean }) {
  if (props.narrowed) {
    return (
      <Empty title={text.noMatch}>
        <span>{text.noMatchNext}</span>
        <Button onClick={() => props.onFilter(ALL_TRACKERS)}>{text.clearSearch}</Button>
      </Empty>
    );
  }
  if (props.syncing) return <Empty title={text.loading} />;
  if (props.failure) return null;
  return (
    <Empty title={text.none}>
      <span>{text.noneNext}</span>
    </Empty>
  );
}

function readState(value: string): TrackerFilter['state'] {
  return value === 'active' || value === 'inactive' ? value : 'all';
}
