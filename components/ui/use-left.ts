import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Tells that a person has left what is open over a page: by a press beside its box, or, by the handlers that are given
 * for the box or what is in it, with the focus.
 */
export function useLeft(box: RefObject<HTMLElement | null>, isOpen: boolean, onLeft: () => void) {
  const isOutside = (target: EventTarget | null) =>
    target instanceof Node && !box.current?.contains(target);
  useLayoutEffect(() => {
    if (!isOpen) return;
    const onPress = ({ target }: Event) => {
      if (isOutside(target)) onLeft();
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [isOpen]);
  return {
    onFocusOut: ({ relatedTarget }: FocusEvent) => {
      if (isOutside(relatedTarget)) onLeft();
    },
  };
}
