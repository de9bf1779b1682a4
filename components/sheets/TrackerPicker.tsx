import { useMemo, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { MiddleClip } from '@/components/ui/MiddleClip';
import { createTrackerFilter } from '@/lib/core/tracker/filter';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { sheetPageText as text } from '@/lib/text/sheets/page';

import { RowList } from './RowList';

interface TrackerPickerProps {
  trackers: readonly Tracker[];
  /** How many more are cached that cannot be read. */
  unreadable: number;
  chosen: ReadonlySet<number>;
  onToggle: (id: number) => void;
  onChooseAll: (ids: readonly number[]) => void;
  /** A range of the list; what it no longer holds is `dropped`. */
  onChooseRange: (ids: readonly number[], dropped: readonly number[]) => void;
  onClear: () => void;
}

const ROW_HEIGHT = 48;

const idsOf = (trackers: readonly Tracker[]) => trackers.map(({ id }) => id);

/** What is said of a tracker below its name; a search finds it as well. */
const placesOf = ({ publisher, placement }: Tracker) =>
  [publisher?.name ?? '', placement?.name ?? text.allPlacements].filter(Boolean);

/** Which trackers the sheet is of: searched, chosen one by one or all that are shown. */
export function TrackerPicker(props: TrackerPickerProps) {
  const { trackers, chosen, onToggle } = props;
  const [search, setSearch] = useState('');
  const find = useMemo(() => createTrackerFilter(placesOf), []);
  const shown = useMemo(
    () => find(trackers, { search, state: 'all' }, Date.now()),
    [find, trackers, search],
  );
  const count = trackers.filter(({ id }) => chosen.has(id)).length;
  const chooseAll = () => props.onChooseAll(idsOf(shown));

  return (
    <section class="pb-card pb-stack pb-picker" aria-label={text.trackers}>
      <div class="pb-row pb-spread">
        <h2>{text.trackers}</h2>
        <span class="pb-muted pb-small" role="status" title={text.listHint}>
          {text.chosen(count, trackers.length)}
        </span>
      </div>
      {props.unreadable > 0 && <Notice kind="warning">{text.unreadable(props.unreadable)}</Notice>}
      <input
        class="pb-input"
        type="search"
        aria-label={text.searchTrackers}
        placeholder={text.searchTrackersHint}
        value={search}
        onInput={(event) => setSearch(event.currentTarget.value)}
      />
      <div class="pb-row">
        <Button disabled={shown.length === 0} onClick={chooseAll}>
          {text.selectAll(shown.length)}
        </Button>
        <Button disabled={count === 0} onClick={props.onClear}>
          {text.selectNone}
        </Button>
      </div>
      {shown.length === 0 ? (
        <p class="pb-picker-empty pb-muted">{text.noMatch}</p>
      ) : (
        <RowList
          label={text.trackers}
          items={shown}
          keyOf={({ id }) => id}
          rowHeight={ROW_HEIGHT}
          isSelected={({ id }) => chosen.has(id)}
          onChoose={({ id }) => onToggle(id)}
          onChooseAll={chooseAll}
          onChooseRange={(range, dropped) => props.onChooseRange(idsOf(range), idsOf(dropped))}
          render={(tracker, selected) => <TrackerLine tracker={tracker} selected={selected} />}
        />
      )}
    </section>
  );
}

function TrackerLine({ tracker, selected }: { tracker: Tracker; selected: boolean }) {
  const { id, name, state } = tracker;
  return (
    <div class="pb-row pb-pick-line">
      <span class={`pb-tick ${selected ? 'on' : ''}`} aria-hidden="true" />
      <div class="pb-grow">
        <MiddleClip text={name} />
        <div class="pb-clip pb-muted pb-small">{[id, ...placesOf(tracker)].join(' · ')}</div>
      </div>
      {state === 'inactive' && <span class="pb-badge">{text.inactive}</span>}
    </div>
  );
}
