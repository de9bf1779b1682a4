import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

import { useVirtualRows } from './use-virtual-rows';

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
  const { first, last } = useVirtualRows(scroller, {
    count: items.length,
    layoutAt: () => ({ rowHeight }),
  });

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
          height: `${items.length * rowHeight}px`,
          margin: 0,
          padding: 0,
          listStyle: 'none',
        }}
      >
        {items.slice(first, last).map((item, offset) => {
          const index = first + offset;
          return (
            <li
              key={keyOf(item)}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{
                position: 'absolute',
                insetInline: 0,
                top: 0,
                height: `${rowHeight}px`,
                transform: `translateY(${index * rowHeight}px)`,
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
