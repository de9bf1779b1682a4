import { FilterX } from 'lucide';
import { useState } from 'preact/hooks';

import { IconButton } from '@/components/ui/Button';
import { ColumnMenu } from '@/components/ui/table/ColumnMenu';
import { toggleColumn, USUAL_LAYOUT } from '@/lib/core/verification/list-layout';
import { VERDICTS } from '@/lib/core/verification/verdict';
import { requestListText as text } from '@/lib/text/verification/requests/request-list';
import {
  formatTime,
  verdictText,
  verificationText,
  viewName,
} from '@/lib/text/verification/verification';

import type { VerificationModel } from '../verification-model';
import { REQUEST_COLUMNS } from './columns';
import { MOST_OFFERED } from './frames';
import type { ListFilters } from './list-state';

/** What the list is narrowed by, and what it shows of each request. */
export function FilterBar({ model }: { model: VerificationModel }) {
  const { filters } = model;
  const { verdict, trackerId, viewId, frame } = filters.value;
  const set = (change: Partial<ListFilters>) => (filters.value = { ...filters.value, ...change });
  const frames = model.frames.value;
  return (
    <div class="pb-filter-bar" role="group" aria-label={verificationText.filter}>
      <input
        class="pb-input pb-verification-filter"
        type="search"
        aria-label={verificationText.filter}
        placeholder={verificationText.filterPlaceholder}
        value={model.search.value}
        onInput={(event) => (model.search.value = event.currentTarget.value)}
      />
      <FilterSelect
        label={text.verdict}
        any={text.anyVerdict}
        value={verdict}
        options={() => ({ all: JUDGED.map((name) => [name, verdictText[name]]), isMore: false })}
        onChange={(to) => set({ verdict: JUDGED.find((name) => name === to) ?? null })}
      />
      <FilterSelect
        label={text.tracker}
        any={text.anyTracker}
        value={trackerId === null ? null : String(trackerId)}
        options={() => trackersOf(model)}
        onChange={(to) => set({ trackerId: to === 'none' || to === null ? to : Number(to) })}
      />
      <FilterSelect
        label={text.page}
        any={text.anyPage}
        value={viewId}
        options={() => viewsOf(model)}
        onChange={(to) => set({ viewId: to })}
      />
      <FilterSelect
        label={text.frame}
        any={text.anyFrame}
        value={frame}
        options={() => ({ ...frames, all: frames.names.map((name) => [name, name]) })}
        onChange={(to) => set({ frame: to })}
      />
      <IconButton
        icon={FilterX}
        label={text.showAll}
        disabled={!model.isNarrowed.value}
        onClick={model.showAll}
      />
      <ColumnMenu
        columns={REQUEST_COLUMNS}
        chosen={model.layout.value.columns}
        left={model.left.value}
        onToggle={(name) => model.changeLayout((before) => toggleColumn(before, name))}
        onUsual={() =>
          model.changeLayout((before) => ({ ...USUAL_LAYOUT, details: before.details }))
        }
      />
    </div>
  );
}

const JUDGED = VERDICTS.filter((verdict) => verdict !== 'not-seen' && verdict !== 'not-known');

function trackersOf(model: VerificationModel): Offer {
  const ids = model.checked.value.seenIds();
  const offered = ids.slice(0, MOST_OFFERED).map((id) => [String(id), nameOf(model, id)] as const);
  return { all: [...offered, ['none', text.noTracker]], isMore: ids.length > MOST_OFFERED };
}

/** The latest first. */
function viewsOf({ pageViews }: VerificationModel): Offer {
  const views = pageViews.value.slice(-MOST_OFFERED).toReversed();
  return {
    all: views.map((view) => [view.id, `${formatTime(view.startedAt)} ${viewName(view)}`]),
    isMore: pageViews.value.length > MOST_OFFERED,
  };
}

function nameOf({ known, nameOf: named }: VerificationModel, id: number): string {
  return known.value.trackers.byId.has(id) ? `${named(id)} (${id})` : named(id);
}

interface Offer {
  readonly all: readonly (readonly [value: string, name: string])[];
  readonly isMore: boolean;
}

interface FilterSelectProps {
  label: string;
  /** What is said where nothing is chosen. */
  any: string;
  value: string | null;
  options: () => Offer;
  onChange: (value: string | null) => void;
}

/**
 * One thing to narrow by. What there is to choose from is there once the pointer or the focus is: it may be hundreds, and
 * they change with every request. What is chosen stays chosen where it is no longer among them.
 */
function FilterSelect({ label, any, value, options, onChange }: FilterSelectProps) {
  const [isReached, setReached] = useState(false);
  const { all, isMore } = isReached || value !== null ? options() : NOTHING;
  const isOffered = value === null || all.some(([name]) => name === value);
  const offered = isReached ? all : all.filter(([name]) => name === value);
  return (
    <select
      class={`pb-input pb-filter ${value === null ? '' : 'chosen'}`}
      aria-label={label}
      title={label}
      value={value === null ? '' : `=${value}`}
      onPointerEnter={() => setReached(true)}
      onFocus={() => setReached(true)}
      onBlur={() => setReached(false)}
      onChange={({ currentTarget }) => {
        const chosen = currentTarget.value;
        onChange(chosen === '' ? null : chosen.slice(1));
      }}
    >
      <option value="">{any}</option>
      {offered.map(([name, shown]) => (
        <option key={name} value={`=${name}`}>
          {shown}
        </option>
      ))}
      {!isOffered && <option value={`=${value}`}>{value}</option>}
      {isReached && isMore && <option disabled>{text.others}</option>}
    </select>
  );
}

const NOTHING: Offer = { all: [], isMore: false };
