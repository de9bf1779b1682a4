import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

const ROW = 32;
const NARROW_ROW = 68;
/** Below this width a row stands on three lines. */
const NARROW_WIDTH = 680;
const HEAD = 26;
const OVERSCAN = 8;

/**
 * Which rows of a long list are in view. While the end is in view it stays so, as in the browser's
 * own network list.
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number) {
  const [view, setView] = useState({ top: 0, height: 600, narrow: false });
  const atEnd = useRef(true);
  const rowHeight = view.narrow ? NARROW_ROW : ROW;
  const head = view.narrow ? 0 : HEAD;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const read = () => {
      const { scrollTop, clientHeight, clientWidth } = element;
      const height = clientHeight || 600;
      const narrow = clientWidth > 0 && clientWidth < NARROW_WIDTH;
      setView((before) =>
        before.top === scrollTop && before.height === height && before.narrow === narrow
          ? before
          : { top: scrollTop, height, narrow },
      );
    };
    // Only scrolling says whether the end is wanted; a window made smaller does not.
    const scrolled = () => {
      atEnd.current = element.scrollTop + element.clientHeight >= element.scrollHeight - ROW;
      read();
    };
    const resized = () => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
      read();
    };
    resized();
    const watcher = new ResizeObserver(resized);
    watcher.observe(element);
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      watcher.disconnect();
      element.removeEventListener('scroll', scrolled);
    };
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [scroller, count, rowHeight]);

  const scrollTo = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const top = index * rowHeight;
      const room = element.clientHeight - head - rowHeight;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (room > 0 && top > element.scrollTop + room) element.scrollTop = top - room;
    },
    [scroller, rowHeight, head],
  );

  const first = Math.max(0, Math.floor(view.top / rowHeight) - OVERSCAN);
  const last = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + OVERSCAN);
  const pageSize = Math.max(1, Math.floor(view.height / rowHeight) - 1);
  return { first, last, rowHeight, pageSize, narrow: view.narrow, scrollTo };
}
