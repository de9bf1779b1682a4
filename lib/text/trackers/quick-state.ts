import type { Tracker, TrackerState } from '../../core/tracker/tracker';

/** Words of switching a tracker on and off in the list. */
export const quickStateText = {
  /** What the badge shows now, and what a press does, by the state that it then has. */
  switchOf: (shown: string, name: string, to: TrackerState) =>
    `${shown}: ${to === 'active' ? 'activate' : 'deactivate'} ${name}`,
  /** What a press does, by the state that it then has. */
  keyOf: (to: TrackerState) =>
    to === 'active' ? 'Press to activate (S)' : 'Press to deactivate (S)',
  saving: 'Saving…',
  switched: ({ name, state }: Tracker) =>
    state === 'active'
      ? `${name} is active: its impressions are counted.`
      : `${name} is inactive: its impressions are not counted.`,
  undo: 'Undo',
  undoKeys: 'Undo: Ctrl+Z (⌘Z) in the list',
};

/** Words of putting the list in order. */
export const orderText = {
  label: 'Order of the list',
  by: (title: string) => `Sort by ${title}`,
  /** What the next press does, for who points at it. */
  next: (title: string, now: 'none' | 'up' | 'down') =>
    ({
      none: `Sort by ${title}`,
      up: `Sorted by ${title}. Press to turn it round.`,
      down: `Sorted by ${title}, turned round. Press for newest first.`,
    })[now],
};
