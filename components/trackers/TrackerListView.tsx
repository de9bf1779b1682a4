import { CirclePlus, FileSpreadsheet, RefreshCw } from 'lucide';
import type { ComponentChildren, Ref } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { Button, IconButton } from '@/components/ui/Button';
import { FailureNotice, type Said } from '@/components/ui/Notice';
import { isPlainKey } from '@/components/ui/row-keys';
import { Overlay, Toast } from '@/components/ui/Toast';
import { type ListHandle, type ListLayout, VirtualList } from '@/components/ui/VirtualList';
import type { Failure } from '@/lib/core/base/errors';
import { ALL_TRACKERS, type TrackerFilter } from '@/lib/core/tracker/filter';
import type { TrackerOrder } from '@/lib/core/tracker/sort-trackers';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { popupText as text } from '@/lib/text/pages/popup';
import { sheetPageText } from '@/lib/text/sheets/page';

import { NoTrackers } from './NoTrackers';
import { type Searched, saidOfSearch } from './searched';
import { SearchField } from './SearchField';
import { isUndoKey, type Switching, SwitchToast } from './SwitchToast';
import { SyncStatus, type SyncStatusProps } from './SyncStatus';
import { TrackerHead } from './TrackerHead';
import { TrackerRow } from './TrackerRow';

/** What rows that are drawn otherwise are given. */
export interface ListRows {
  readonly handle: Ref<ListHandle<Tracker>>;
  /** A key in a row that is for something in any list; says whether it was. */
  readonly onKey: (event: KeyboardEvent, tracker: Tracker) => boolean;
  readonly onCopy: (tracker: Tracker) => void;
}

/** What a page with more room shows in the place of the list. */
export interface ListInstead {
  readonly rows: (rows: ListRows) => ComponentChildren;
  /** Stands with the buttons above. */
  readonly tools: ComponentChildren;
  /** Stands between the buttons and the rows, and beside them whatever they are. */
  readonly bar: ComponentChildren;
  /** What was last said elsewhere on the page. */
  readonly said: Said | null;
}

export interface TrackerListViewProps extends SyncStatusProps {
  shown: readonly Tracker[];
  /** `null` until all have been read. */
  total: number | null;
  filter: TrackerFilter;
  onFilter: (filter: TrackerFilter) => void;
  searched: Searched;
  /** `null` is newest first. */
  order: TrackerOrder | null;
  onOrder: (order: TrackerOrder | null) => void;
  switching: Switching;
  /** Whose the list is. */
  advertiserId: number;
  failure: Failure | null;
  message: string | Said | null;
  canCreate: boolean;
  /** Where the focus goes as the list appears: to the search, or to the row of a tracker. */
  focus: 'search' | number | null;
  onRefresh: () => void;
  onNew: () => void;
  onSheet: () => void;
  onEdit: (id: number) => void;
  onBuild: (id: number) => void;
  onCopy: (tracker: Tracker) => Promise<Said>;
  instead?: ListInstead | undefined;
}

const TIGHT: ListLayout = { name: 'tight', rowHeight: 40, headHeight: 24 };
const NARROW: ListLayout = { ...TIGHT, name: 'narrow' };
const WIDE: ListLayout = { name: 'wide', rowHeight: 34, headHeight: 26 };

/** By its width in pixels: two lines a row; in a wide list columns of one line. */
function layoutAt(width: number): ListLayout {
  if (width >= 900) return WIDE;
  return width > 0 && width < 420 ? TIGHT : NARROW;
}

/** The trackers of one advertiser: searched, filtered, and a tag copied in one press. */
export function TrackerListView(props: TrackerListViewProps) {
  const { shown, total, filter, onFilter, searched, switching, syncing, failure, message } = props;
  const [said, setSaid] = useState<Said | null>(null);
  const [dismissed, setDismissed] = useState<Failure | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<ListHandle<Tracker>>(null);
  const { switched, onSwitch } = switching;

  const searchFor = (next: TrackerFilter) => {
    onFilter(next);
    search.current?.focus();
  };
  const copy = async (tracker: Tracker) => {
    say(await props.onCopy(tracker));
  };
  const elsewhere = props.instead?.said ?? null;
  // What was said before ends with the next thing that is said, the offer to undo too, and with the next that fails.
  const say = (next: Said | null) => {
    setSaid(next);
    if (next) switching.onGone();
  };
  useEffect(() => void (elsewhere && say(elsewhere)), [elsewhere]);
  useEffect(
    () => say(typeof message === 'string' ? { kind: 'pass', text: message } : message),
    [message],
  );
  useEffect(() => void (failure && setSaid(null)), [failure]);
  useEffect(() => void (switched && setSaid(null)), [switched]);
  useLayoutEffect(() => void (props.focus === 'search' && search.current?.focus()), []);

  const onKey = (event: KeyboardEvent, tracker: Tracker): boolean => {
    const isCopy = isCopyKey(event);
    if (isCopy) void copy(tracker);
    else if (event.key.toLowerCase() === 'b' && isPlainKey(event)) props.onBuild(tracker.id);
    else if (event.key.toLowerCase() === 's' && isPlainKey(event) && onSwitch) onSwitch(tracker);
    else if (isUndoKey(event) && switched) switching.onUndo();
    else return false;
    return true;
  };
  const onSearchKey = (event: KeyboardEvent) => {
    const current = list.current?.current();
    const isUp = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (isUp && isPlainKey(event) && list.current?.press(event.key)) event.preventDefault();
    else if (current && isCopyCommand(event) && !hasSelection(search.current)) {
      event.preventDefault();
      void copy(current);
    }
  };

  return (
    <section class="pb-trackers" aria-label={text.trackers}>
      <div class="pb-row">
        <SearchField
          label={text.searchTrackers}
          placeholder={text.searchPlaceholder}
          title={text.listKeys}
          input={search}
          value={filter.search}
          mistakes={searched.query.mistakes}
          onInput={(typed) => onFilter({ ...filter, search: typed })}
          onKeyDown={onSearchKey}
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
        <SyncStatus
          {...props}
          count={text.count(shown.length - searched.elsewhere, total)}
          also={saidOfSearch(searched)}
          isFirst={total === 0}
        />
        <IconButton
          icon={RefreshCw}
          label={text.refresh}
          disabled={syncing}
          onClick={props.onRefresh}
        />
        {props.instead?.tools}
        <Button icon={FileSpreadsheet} title={sheetPageText.openTitle} onClick={props.onSheet}>
          {sheetPageText.open}
        </Button>
        <Button kind="primary" icon={CirclePlus} disabled={!props.canCreate} onClick={props.onNew}>
          {text.newTracker}
        </Button>
      </div>
      {props.instead?.bar}
      <div class="pb-trackers-list">
        {shown.length > 0 && props.instead ? (
          props.instead.rows({ handle: list, onKey, onCopy: (item) => void copy(item) })
        ) : shown.length > 0 ? (
          <VirtualList
            label={text.trackers}
            items={shown}
            keyOf={(tracker) => tracker.id}
            layoutAt={layoutAt}
            head={<TrackerHead order={props.order} onOrder={props.onOrder} />}
            handle={list}
            startAt={typeof props.focus === 'number' ? props.focus : null}
            onKey={onKey}
            render={(tracker, isCurrent) => (
              <TrackerRow
                tracker={tracker}
                isCurrent={isCurrent}
                isElsewhere={tracker.advertiserId !== props.advertiserId}
                saving={switching.saving.get(tracker.id) ?? null}
                onSwitch={onSwitch}
                onEdit={props.onEdit}
                onBuild={props.onBuild}
                onCopy={(item) => void copy(item)}
              />
            )}
          />
        ) : (
          <NoTrackers
            {...props}
            onClear={() => searchFor(ALL_TRACKERS)}
            onSearch={(typed) => searchFor({ ...filter, search: typed })}
          />
        )}
        {switched && <SwitchToast switched={switched} switching={switching} />}
        {said && !switched && <Toast said={said} onGone={() => setSaid(null)} />}
        {failure && failure !== dismissed && (
          <Overlay onGone={() => setDismissed(failure)}>
            <FailureNotice failure={failure} />
          </Overlay>
        )}
      </div>
    </section>
  );
}

function readState(value: string): TrackerFilter['state'] {
  return value === 'active' || value === 'inactive' ? value : 'all';
}

const isCopyCommand = (event: KeyboardEvent) =>
  (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'c';

/** `C` alone or as the browser's own command; in a row nothing else is there to be copied. */
const isCopyKey = (event: KeyboardEvent) =>
  (isPlainKey(event) && event.key.toLowerCase() === 'c') ||
  (isCopyCommand(event) && String(getSelection()) === '');

function hasSelection(input: HTMLInputElement | null): boolean {
  return input !== null && input.selectionStart !== input.selectionEnd;
}
