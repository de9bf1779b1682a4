import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** How high a row is at the usual size of text, in CSS pixels. */
const ROW_HEIGHT = 24;

/** How high rows are: as high as their head, which grows with the person's own size of text. */
export function useRowHeight(head: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(ROW_HEIGHT);
  useLayoutEffect(() => {
    const element = head.current;
    if (!element) return;
    const measure = () => setHeight(Math.max(ROW_HEIGHT, Math.ceil(element.offsetHeight)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [head]);
  return height;
}
