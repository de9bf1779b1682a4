import type { WindowReason as InWindow } from '../../core/console/builder-state';
import type { PressReason, WindowReason } from '../../core/console/press-state';

/** Words of the builder as it stands in a console: what is around the tag. */
export const pageText = {
  forField: (name: string) => `for “${name}”`,
  forUnnamed: 'for a field without a name',
  forNone: 'no field',
  move: 'Move: drag, or press the arrow keys (with Shift, further)',
  done: 'Done',
  undo: 'Undo',
  undone: 'Taken back.',
  notUndone: 'The field did not take it back. Click into the field and use its own undo.',
  sameTag: 'This tag is in the field already. Insert it again?',
  sameTracker:
    'A tag of this tracker is in the field already, and would count twice. Insert this too?',
  insertAgain: 'Insert again',
  cancel: 'Cancel',
  replaceNone: 'There is nothing in the field to replace.',
  fieldGone:
    'The field is gone: the page has replaced or removed it. Copy the tag, or open the builder ' +
    'again at the new field.',
  continueInWindow: 'Continue in a small window',
  saveInWindow: 'Save in a small window…',
  inactive: 'Inactive',
  placementOf: (publisher: string, placement: string) => `${publisher} · ${placement}`,
};

/** Why presses do not count just now; one short line. */
export const pressText: Record<PressReason, string> = {
  covered: 'Off: something lies over this builder.',
  moved: 'It has just moved: wait a moment.',
  'out-of-view': 'Off: part of this builder is out of sight.',
};

/** Why presses that write must be made in a window of the extension. */
export const windowText: Record<WindowReason, string> = {
  browser:
    'This browser cannot tell whether the page covers the builder. Go on in a window that no page ' +
    'can reach.',
  page:
    'This page’s own style keeps the builder from being seen as it is. Go on in a window that no ' +
    'page can reach.',
};

/** Why the builder stands in a window of its own, to be read there. */
export const inWindowText: Record<InWindow, string> = {
  'frame-failed': 'The page does not let the builder stand in it, so it is here.',
  'no-frame': 'The page is closed to the builder, so it is here.',
  'cannot-tell': 'Your browser cannot tell what covers a frame; here no page can.',
  'kept-unseen': 'The page kept the builder from being seen, so it is here.',
};

/** What is said of a tag whose tracker does not count. */
export const inactiveRemark = {
  code: 'tracker-inactive',
  severity: 'warning',
  sentence: 'This tracker is inactive: nothing is counted until it is active.',
  next: 'Set it to active in Piggyback before the campaign starts.',
} as const;
