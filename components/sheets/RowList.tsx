import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';

import { rowByKey, rowIndexOf } from '@/components/ui/row-keys';
import { useVirtualRows } from '@/components/ui/use-virtual-rows';

interface RowListProps<T> {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string | number;
  rowHeight: number;
  isSelected: (item: T) => boolean;
  /** Click, Space or Enter; in a list of which one is chosen also the arrow keys. */
  onChoose: (item: T) => void;
  /** Given where several can be chosen. */
  onChooseAll?: () => void;
  /**
   * Shift with a click or an arrow key: those from the row that was chosen last up to this one. Where that is
   * nearer than before, the rows that this had chosen and left again are `dropped`.
   */
  onChooseRange?: (items: readonly T[], dropped: readonly T[]) => void;
  render: (item: T, selected: boolean) => ComponentChildren;
}

/**
 * A list box that draws only the rows in view. The box itself has the focus and names the active
 * row, since a focused row could be scrolled out of existence.
 */
export function RowList<T>(props: RowListProps<T>) {
  const { label, items, keyOf, rowHeight, isSelected, onChoose, onChooseAll, render } = props;
  const { onChooseRange } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, items.length - 1);
  const { first, last, scrollTo, pageSize } = useVirtualRows(box, {
    count: items.length,
    layoutAt: () => ({ rowHeight }),
  });

  // By its key: another search moves it.
  const [anchor, setAnchor] = useState<string | number | null>(null);
  /** What the range from there has chosen so far; the rest had been chosen before. */
  const inRange = useRef(new Set<string | number>());

  const choose = (index: number, isRange = false) => {
    const item = items[index];
    if (item === undefined) return;
    if (isRange && onChooseRange) {
      const last = items.findIndex((one) => keyOf(one) === anchor);
      const from = last < 0 ? active : last;
      const begin = items[from];
      if (last < 0 && begin !== undefined) setAnchor(keyOf(begin));
      const range = items.slice(Math.min(from, index), Math.max(from, index) + 1);
      const kept = new Set(range.map(keyOf));
      const isLeft = (one: T) => inRange.current.has(keyOf(one)) && !kept.has(keyOf(one));
      onChooseRange(range, items.filter(isLeft));
      const isOurs = (one: T) => inRange.current.has(keyOf(one)) || !isSelected(one);
      inRange.current = new Set(range.filter(isOurs).map(keyOf));
      return;
    }
    setAnchor(keyOf(item));
    inRange.current = new Set();
    onChoose(item);
  };
  const moveTo = (to: number, isRange: boolean) => {
    setActive(to);
    scrollTo(to);
    if (!onChooseAll || isRange) choose(to, isRange);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const run = keyAction(event);
    if (!run) return;
    event.preventDefault();
    run();
  };
  const keyAction = ({
    key,
    ctrlKey,
    metaKey,
    shiftKey,
  }: KeyboardEvent): (() => void) | undefined => {
    if ((ctrlKey || metaKey) && key === 'a') return onChooseAll;
    if (key === ' ' || key === 'Enter') return () => choose(active);
    const to = rowByKey(key, { current: active, count: items.length, pageSize });
    return to === null ? undefined : () => moveTo(to, shiftKey);
  };

  return (
    <div
      ref={box}
      class="pb-rowlist"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={onChooseAll !== undefined}
      aria-activedescendant={active >= first && active < last ? `${id}-${active}` : undefined}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const index = rowIndexOf(event.target);
        if (index === null) return;
        choose(index, event.shiftKey);
        setActive(index);
      }}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      <div
        role="presentation"
        style={{ position: 'relative', height: `${items.length * rowHeight}px` }}
      >
        {items.slice(first, last).map((item, offset) => {
          const index = first + offset;
          const selected = isSelected(item);
          return (
            <div
              key={keyOf(item)}
              id={`${id}-${index}`}
              data-index={index}
              role="option"
              aria-selected={selected}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              class={`pb-rowlist-row ${index === active ? 'active' : ''}`}
              style={{ height: `${rowHeight}px`, top: `${index * rowHeight}px` }}
            >
              {render(item, selected)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
