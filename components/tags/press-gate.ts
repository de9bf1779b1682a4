import type { ReadonlySignal } from '@preact/signals';

import type { PressState } from '@/lib/core/console/press-state';

/** Whether presses that write count, and what becomes of those that do not. */
export interface PressGate {
  /** As it is painted; a press asks `may`. */
  readonly state: PressState;
  /** At the moment of a press: whether it counts. Where it must be made in the small window, goes there. */
  readonly may: () => boolean;
}

/** The gate before everything that writes; `toWindow` leads to the small window. */
export function pressGate(press: ReadonlySignal<PressState>, toWindow: () => void): PressGate {
  return {
    state: press.value,
    may: () => {
      const now = press.peek();
      if (now.kind === 'window') toWindow();
      return now.kind === 'ready';
    },
  };
}
