import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

interface VirtualListProps<T> {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string | number;
  rowHeight: number;
  render: (item: T, index: number) => ComponentChildren;
}

/** A list that draws only the rows in view, so that ten thousand scroll like ten. */
export function VirtualList<T>({ label, items, keyOf, rowHeight, render }: VirtualListProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const options = {
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    initialRect: { width: 400, height: 600 },
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLDivElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());

  return (
    <div
      ref={scroller}
      class="pb-list"
      role="presentation"
      style={{ overflow: 'auto', flex: 1, minHeight: 0 }}
    >
      <ul
        aria-label={label}
        style={{
          position: 'relative',
          height: `${virtualizer.getTotalSize()}px`,
          margin: 0,
          padding: 0,
          listStyle: 'none',
        }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          return item === undefined ? null : (
            <li
              key={keyOf(item)}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{
                position: 'absolute',
                insetInline: 0,
                top: 0,
                height: `${rowHeight}px`,
                transform: `translateY(${start}px)`,
              }}
            >
              {render(item, index)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
