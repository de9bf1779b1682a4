import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { rowIndexOf } from '../row-keys';

interface StillOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowHeight: number;
  /** The order of the list: once a person has chosen another, all rows go to other places, and the first is shown. */
  readonly order: unknown;
  readonly keyAt: (index: number) => string | null;
  /** Where a row is now; `near` is where it was. */
  readonly indexOf: (key: string, near: number) => number;
}

interface Place {
  readonly key: string;
  readonly index: number;
}

/**
 * Keeps the row that a person is at where it is, whatever comes before it: the one under the pointer, else the one with
 * the focus, else the first in view. Where the list is too short to be scrolled for that, it is given room below until
 * pointer and focus have left.
 */
export function useStillRows({ scroller, rowHeight, order, keyAt, indexOf }: StillOptions) {
  const hovered = useRef<Place | null>(null);
  const focused = useRef<Place | null>(null);
  const anchor = useRef<Place | null>(null);

  const ordered = useRef(order);

  const isHeld = () => hovered.current !== null || focused.current !== null;
  const placeAt = (index: number | null): Place | null => {
    const key = index === null ? null : keyAt(index);
    return index === null || key === null ? null : { key, index };
  };
  const firstInView = () => {
    const top = scroller.current?.scrollTop ?? 0;
    return top > 0 ? placeAt(Math.floor(top / rowHeight)) : null;
  };

  useLayoutEffect(() => {
    const element = scroller.current;
    const held = anchor.current;
    const isOther = ordered.current !== order;
    ordered.current = order;
    if (element && isOther) element.scrollTop = 0;
    else if (element && held) {
      const index = indexOf(held.key, held.index);
      const moved = index < 0 ? 0 : (index - held.index) * rowHeight;
      if (moved !== 0) {
        const wanted = Math.max(0, element.scrollTop + moved);
        const short = wanted + element.clientHeight - element.scrollHeight;
        if (short > 0 && isHeld()) element.style.paddingBottom = `${roomBelow(element) + short}px`;
        element.scrollTop = wanted;
      }
    }
    note();
  });

  function note(): void {
    // One that is gone is nobody's any more.
    for (const at of [hovered, focused]) {
      if (at.current) at.current = placeAt(indexOf(at.current.key, at.current.index));
    }
    anchor.current = hovered.current ?? focused.current ?? firstInView();
  }
  function release(): void {
    if (isHeld() || !scroller.current) return;
    scroller.current.style.paddingBottom = '';
    note();
  }

  return {
    /** A person is at a row: the list does not follow its end. */
    isHeld,
    handlers: {
      onPointerOver: (event: PointerEvent) => {
        hovered.current = placeAt(rowIndexOf(event.target));
        note();
      },
      onPointerLeave: () => {
        hovered.current = null;
        release();
      },
      onFocusIn: (event: FocusEvent) => {
        focused.current = placeAt(rowIndexOf(event.target));
        note();
      },
      onFocusOut: () => {
        focused.current = null;
        release();
      },
      onScroll: note,
    },
  };
}

function roomBelow(element: HTMLElement): number {
  return Number.parseFloat(element.style.paddingBottom) || 0;
}
