import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';

const OVERSCAN = 8;

/** Which rows of a long list of equal rows are in view; heights in pixels. */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number, height: number) {
  const [view, setView] = useState({ top: 0, room: 400 });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const read = () => {
      const { scrollTop, clientHeight } = element;
      const room = clientHeight || 400;
      setView((before) =>
        before.top === scrollTop && before.room === room ? before : { top: scrollTop, room },
      );
    };
    read();
    const watcher = new ResizeObserver(read);
    watcher.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      watcher.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [scroller]);

  const scrollTo = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const top = index * height;
      const lowest = top + height - element.clientHeight;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (lowest > element.scrollTop) element.scrollTop = lowest;
    },
    [scroller, height],
  );

  const first = Math.max(0, Math.floor(view.top / height) - OVERSCAN);
  const last = Math.min(count, Math.ceil((view.top + view.room) / height) + OVERSCAN);
  return { first, last, scrollTo, pageSize: Math.max(1, Math.floor(view.room / height) - 1) };
}
