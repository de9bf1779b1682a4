import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

/** How the rows stand at a width; heights in pixels, all rows alike. */
export interface RowLayout {
  readonly rowHeight: number;
  /** Of a head that stays in view above the rows. */
  readonly headHeight?: number;
}

interface VirtualRowsOptions<L extends RowLayout> {
  readonly count: number;
  /** Of the scroller's width in pixels; 0 where it is not known. */
  readonly layoutAt: (width: number) => L;
  /** While the end is in view it stays so, as in the browser's own network list. */
  readonly keepAtEnd?: boolean;
}

const OVERSCAN = 8;
/** As if it were this large, where a scroller has no height of its own. */
const UNMEASURED = { width: 0, height: 600 };
/** So near the end, in pixels, is at the end. */
const NEAR_END = 32;

/**
 * Which rows of a long list are to be drawn: those in view in `scroller`, and a few more. They are from
 * `first` up to, but not including, `last`.
 */
export function useVirtualRows<L extends RowLayout>(
  scroller: RefObject<HTMLElement | null>,
  { count, layoutAt, keepAtEnd = false }: VirtualRowsOptions<L>,
) {
  const [size, setSize] = useState(UNMEASURED);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const layout = layoutAt(size.width);
  const { rowHeight, headHeight = 0 } = layout;

  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    paddingStart: headHeight,
    overscan: OVERSCAN,
    initialRect: UNMEASURED,
    scrollToFn: elementScroll,
    observeElementRect: (instance: Rows, report: (rect: typeof UNMEASURED) => void) =>
      observeElementRect(instance, ({ width, height }) => {
        const measured = { width, height: height || UNMEASURED.height };
        report(measured);
        setSize(measured);
      }),
    observeElementOffset,
    onChange: () => redraw(undefined),
  };
  const [rows] = useState(() => new Virtualizer(options));
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => rows._willUpdate());
  // Heights are remembered until it is told otherwise.
  useLayoutEffect(() => rows.measure(), [rows, rowHeight]);
  useEndInView(scroller, keepAtEnd, [count, size, rowHeight]);

  // The element is asked where it stands: the virtualizer hears of it only after the next frame.
  const scrollTo = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const top = index * rowHeight;
      const room = Math.max(0, element.clientHeight - headHeight - rowHeight);
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top > element.scrollTop + room) element.scrollTop = top - room;
    },
    [scroller, rowHeight, headHeight],
  );

  const drawn = rows.getVirtualIndexes();
  return {
    first: drawn[0] ?? 0,
    last: (drawn.at(-1) ?? -1) + 1,
    layout,
    /** Of the scroller, in pixels. */
    size,
    /** Rows to go at a time by Page Up and Page Down. */
    pageSize: Math.max(1, Math.floor(size.height / rowHeight) - 1),
    /** Scrolls no further than it takes to have this row in view. */
    scrollTo,
  };
}

type Rows = Virtualizer<HTMLElement, HTMLElement>;

/** Keeps the end in view, where it is, when anything of `changes` does. */
function useEndInView(
  scroller: RefObject<HTMLElement | null>,
  isWanted: boolean,
  changes: readonly unknown[],
) {
  const atEnd = useRef(true);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // Only scrolling says whether the end is wanted; a window made smaller does not.
    const scrolled = () => {
      atEnd.current = element.scrollTop + element.clientHeight >= element.scrollHeight - NEAR_END;
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => element.removeEventListener('scroll', scrolled);
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && isWanted && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [scroller, isWanted, ...changes]);
}
