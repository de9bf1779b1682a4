import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { uiText } from '@/lib/text/ui';

import { IconButton } from './Button';
import { Notice, type Said } from './Notice';

/** Long enough to be read, in milliseconds; a warning has more to say. */
const READ_MS = { pass: 6000, warning: 15_000 };
/** As long at least where something can be done about it. */
const ACT_MS = 15_000;

interface ToastProps {
  said: Said;
  onGone: () => void;
  /** What can be done about it, behind the words. */
  act?: ComponentChildren;
}

/**
 * What an action has to tell, over the view and not in it: nothing moves. It goes by itself, but not
 * while the pointer or the focus is on it.
 */
export function Toast({ said, onGone, act }: ToastProps) {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(onGone, act ? ACT_MS : READ_MS[said.kind]);
    return () => clearTimeout(timer);
  }, [said, isHeld]);
  return (
    <div
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocusCapture={() => setIsHeld(true)}
      onBlurCapture={() => setIsHeld(false)}
    >
      <Overlay onGone={onGone}>
        <Notice kind={said.kind}>
          {said.text}
          {act}
        </Notice>
      </Overlay>
    </div>
  );
}

/** A notice over the end of what it stands in, until it is dismissed. */
export function Overlay({ onGone, children }: { onGone: () => void; children: ComponentChildren }) {
  return (
    <div class="pb-toast">
      {children}
      <IconButton icon={X} label={uiText.dismiss} onClick={onGone} />
    </div>
  );
}
