import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface DialogProps {
  title: string;
  onCancel: () => void;
  /** What is asked, and the buttons that answer it. */
  children: ComponentChildren;
}

/** Asks something before anything else goes on; Escape cancels. */
export function Dialog({ title, onCancel, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal?.(), []);
  return (
    <dialog ref={dialog} class="pb-dialog" aria-labelledby={titleId} onCancel={onCancel}>
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}
