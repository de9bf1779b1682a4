import { ArrowDown, ArrowUp } from 'lucide';
import { useRef } from 'preact/hooks';

import { focusIn } from '@/components/ui/focus-in';
import { Icon } from '@/components/ui/Icon';
import { nextSort } from '@/lib/core/base/table-layout';
import type { TrackerTableColumn, TrackerOrder } from '@/lib/core/tracker/sort-trackers';
import { popupText as text } from '@/lib/text/pages/popup';
import { orderText } from '@/lib/text/trackers/quick-state';

interface TrackerHeadProps {
  /** `null` is newest first. */
  order: TrackerOrder | null;
  onOrder: (order: TrackerOrder | null) => void;
}

const [PUBLISHER, PLACEMENT, LINE_ITEM] = text.columns.facts;
const FACTS: readonly (readonly [TrackerTableColumn, string])[] = [
  ['publisher', PUBLISHER],
  ['placement', PLACEMENT],
  ['line-item', LINE_ITEM],
];
/** As they stand from left to right. */
const COLUMNS: readonly TrackerTableColumn[] = [
  'id',
  'name',
  ...FACTS.map(([column]) => column),
  'modified',
  'state',
];

/** What stands in which column, and the order by it. By Tab it is one stop; arrow keys go along it. */
export function TrackerHead({ order, onOrder }: TrackerHeadProps) {
  const head = useRef<HTMLDivElement>(null);
  const current = COLUMNS.find((column) => column === order?.column) ?? 'id';
  const columnOf = (column: TrackerTableColumn, title: string) => {
    const isSorted = order?.column === column;
    const now = !isSorted ? 'none' : order.isDescending ? 'down' : 'up';
    return (
      <button
        type="button"
        data-column={column}
        tabIndex={column === current ? 0 : -1}
        aria-label={orderText.by(title)}
        aria-pressed={isSorted}
        title={orderText.next(title, now)}
        onClick={() => onOrder(nextSort(order, column))}
      >
        <span class="pb-clip">{title}</span>
        {isSorted && <Icon of={order.isDescending ? ArrowDown : ArrowUp} size={11} />}
      </button>
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const at = event.target instanceof HTMLElement ? event.target.dataset.column : undefined;
    if (step === undefined || at === undefined) return;
    event.preventDefault();
    // What is left out for want of room is passed over.
    const shown = [...(head.current?.querySelectorAll<HTMLElement>('[data-column]') ?? [])]
      .filter((button) => button.checkVisibility?.() ?? true)
      .map((button) => button.dataset.column);
    const next = shown[shown.indexOf(at) + step];
    if (next !== undefined) focusIn(head.current, `[data-column="${next}"]`);
  };
  return (
    <div
      ref={head}
      class="pb-tracker-heading"
      role="toolbar"
      aria-label={orderText.label}
      onKeyDown={onKeyDown}
    >
      <span class="pb-column-id">{columnOf('id', text.columns.id)}</span>
      <span class="pb-column-name">{columnOf('name', text.columns.name)}</span>
      <span class="pb-column-facts">
        {FACTS.map(([column, title]) => (
          <span key={column} class="pb-clip">
            {columnOf(column, title)}
          </span>
        ))}
      </span>
      <span class="pb-column-when">{columnOf('modified', text.columns.modified)}</span>
      <span class="pb-column-state">{columnOf('state', text.columns.state)}</span>
    </div>
  );
}
