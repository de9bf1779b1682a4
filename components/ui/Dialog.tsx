import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface DialogProps {
  title: string;
  /** Escape was pressed; it stays open where the event is prevented. */
  onCancel: (event: Event) => void;
  /** What is asked, and the buttons that answer it. */
  children: ComponentChildren;
}

/** Asks something before anything else goes on; Escape cancels. The focus then goes back to where it was. */
export function Dialog({ title, onCancel, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const { current } = dialog;
    const show = () => current?.showModal?.();
    show();
    // Chromium lets a page prevent two Escapes and closes at the third: what is still asked is shown again.
    current?.addEventListener('close', show);
    return () => {
      current?.removeEventListener('close', show);
      // Only one that is closed gives the focus back; one that is taken away does not.
      current?.close?.();
    };
  }, []);
  return (
    <dialog ref={dialog} class="pb-dialog" aria-labelledby={titleId} onCancel={onCancel}>
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}
