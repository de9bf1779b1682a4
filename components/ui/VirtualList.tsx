import type { ComponentChildren, Ref } from 'preact';
import { useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { focusIn } from './focus-in';
import { isPlainKey, rowByKey, rowIndexOf } from './row-keys';
import { type RowLayout, useVirtualRows } from './use-virtual-rows';

/** How rows stand at a width; `name` says it to the style. */
export interface ListLayout extends RowLayout {
  readonly name: string;
  readonly headHeight: number;
}

/** What a list can be asked from outside, as by the arrow keys of its search. */
export interface ListHandle<T> {
  /** Goes to a row, as the key would in the list; says whether it is such a key. */
  press(key: string): boolean;
  /** The row that keys are about; `null` in an empty list. */
  current(): T | null;
}

interface VirtualListProps<T> {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string | number;
  layoutAt: (width: number) => ListLayout;
  /** What stands above the columns, and stays there. */
  head: ComponentChildren;
  render: (item: T, isCurrent: boolean) => ComponentChildren;
  /** A key pressed in a row; says whether it was for something. */
  onKey?: (event: KeyboardEvent, item: T) => boolean;
  /** The row to begin at, by its key, with the focus. */
  startAt?: string | number | null;
  handle?: Ref<ListHandle<T>>;
}

/** What of a row has the focus. */
const IN_ROW = '[data-row-focus]';

/**
 * A list that draws only the rows in view, so that ten thousand scroll like ten. One row is the current
 * one: arrow keys, Page Up and Down, Home and End go on from there, and take the focus along.
 */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { label, items, keyOf, layoutAt, head, render, onKey, startAt = null } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(() => Math.max(0, indexOfKey(items, keyOf, startAt)));
  const toFocus = useRef(startAt !== null);
  const { first, last, layout, size, pageSize, scrollTo } = useVirtualRows(scroller, {
    count: items.length,
    layoutAt,
  });
  const current = Math.min(wanted, items.length - 1);

  useLayoutEffect(() => {
    if (!toFocus.current) return;
    toFocus.current = false;
    scrollTo(current);
    focusIn(scroller.current, `[data-index="${current}"] ${IN_ROW}`);
  });

  // What has the focus stays in view where the list is made smaller.
  useLayoutEffect(() => {
    if (scroller.current?.contains(document.activeElement)) scrollTo(current);
  }, [size]);

  const press = (key: string): boolean => {
    const to = rowByKey(key, { current, count: items.length, pageSize });
    if (to === null) return false;
    toFocus.current = true;
    scrollTo(to);
    setWanted(to);
    return true;
  };
  useImperativeHandle(props.handle ?? null, () => ({
    press,
    current: () => items[current] ?? null,
  }));

  // The current row stays, however far it is scrolled away: the focus may be in it.
  const drawn = Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset);
  if (current >= 0 && current < first) drawn.unshift(current);
  if (current >= last) drawn.push(current);

  return (
    <div
      ref={scroller}
      class="pb-list"
      role="presentation"
      data-layout={layout.name}
      // What the focus comes to is not left below the head.
      style={{ scrollPaddingTop: `${layout.headHeight}px` }}
    >
      <div class="pb-list-head" style={{ height: `${layout.headHeight}px` }}>
        {head}
      </div>
      <ul
        aria-label={label}
        style={{ height: `${items.length * layout.rowHeight}px` }}
        onKeyDown={(event) => {
          const item = items[rowIndexOf(event.target) ?? current];
          const isDone =
            (isPlainKey(event) && press(event.key)) || (item !== undefined && onKey?.(event, item));
          if (isDone) event.preventDefault();
        }}
        onFocusCapture={(event) => setWanted(rowIndexOf(event.target) ?? current)}
      >
        {drawn.map((index) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <li
              key={keyOf(item)}
              data-index={index}
              class={index === current ? 'current' : undefined}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{
                height: `${layout.rowHeight}px`,
                transform: `translateY(${index * layout.rowHeight}px)`,
              }}
            >
              {render(item, index === current)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function indexOfKey<T>(
  items: readonly T[],
  keyOf: (item: T) => string | number,
  key: string | number | null,
): number {
  return key === null ? -1 : items.findIndex((item) => keyOf(item) === key);
}
