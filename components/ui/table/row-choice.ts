import type { ComponentChildren } from 'preact';

import { isPlainKey } from '../row-keys';

/** How rows of a table are chosen, many at a time; rows are told by their keys, ranges by where they stand. */
export interface RowChoice {
  readonly isChosen: (key: string) => boolean;
  readonly onToggle: (key: string) => void;
  /** Chooses all from where a range began to a row; a new one begins at `from`. */
  readonly onExtend: (from: number, to: number) => void;
  readonly onAll: () => void;
  /** What stands above the signs of all rows. */
  readonly head: ComponentChildren;
  /** The sign of one row. */
  readonly lead: (key: string) => ComponentChildren;
}

/** What chooses a row, and nothing else, where it is pressed. */
const CHOOSER = '[data-choose]';

/** A key of the table that chooses: Space a row, Ctrl+A all. Says whether it was one. */
export function chooseByKey(
  event: KeyboardEvent,
  choice: RowChoice,
  key: string | undefined,
): boolean {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (isCommand && event.key.toLowerCase() === 'a') {
    choice.onAll();
    return true;
  }
  const isSpace = event.key === ' ' && isPlainKey(event);
  if (!isSpace || key === undefined || isControl(event.target)) return false;
  choice.onToggle(key);
  return true;
}

/** A click that chooses: on the sign of a row, or with Shift or Ctrl. Says whether it was one. */
export function chooseByClick(
  event: MouseEvent,
  choice: RowChoice,
  { key, index, current }: { key: string; index: number; current: number },
): boolean {
  const isCommand = event.ctrlKey || event.metaKey;
  const isChooser = event.target instanceof Element && event.target.closest(CHOOSER) !== null;
  if (event.shiftKey) choice.onExtend(Math.max(0, current), index);
  else if (isChooser || (isCommand && !isControl(event.target))) choice.onToggle(key);
  else return false;
  return true;
}

/** Whether an event is of a button or a field in a row, which has keys and clicks of its own. */
export function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, input, a, select') !== null;
}
