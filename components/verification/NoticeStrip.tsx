import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { noticesText } from '@/lib/text/verification/notices';

/**
 * What there is to say, below the list, so that nothing above it moves when more is said. Where it is more than fits it
 * scrolls, by keys as well.
 */
export function NoticeStrip({ children }: { children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      if (element.scrollHeight > element.clientHeight) element.tabIndex = 0;
      // What has the focus keeps it: without it there, keys would go on from nowhere.
      else if (element !== document.activeElement) element.removeAttribute('tabindex');
    };
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener('blur', look);
    return () => {
      watch.disconnect();
      element.removeEventListener('blur', look);
    };
  }, []);
  return (
    <div ref={box} class="pb-verification-notices" role="group" aria-label={noticesText.label}>
      {children}
    </div>
  );
}
