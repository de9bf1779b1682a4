import { BUTTON_SIZE } from './field-button';
import { closest, rectOf } from '../field/unclobbered';
import type { Field } from '../field/field';
import { parentOf } from '../field/field-traits';
import { type Box, intersect, type Place, placesFor } from './place-button';
import { isCornerFree } from './text-extent';

const CONTROLS = 'input,textarea,select,button,a[href],[contenteditable],[role=button]';

/** Where the button stands at this field now; `null` where there is no room or the field is not in sight. */
export function findPlace({ editable, shell }: Field, host: Element): Place | null {
  const box = visibleBox(shell);
  if (!box) return null;
  const style = getComputedStyle(shell);
  const view = {
    left: 0,
    top: 0,
    right: document.documentElement.clientWidth,
    bottom: innerHeight,
  };
  const places = placesFor(box, view, BUTTON_SIZE, {
    isRtl: style.direction === 'rtl',
    isCornerFree: isCornerFree(editable, shell, style),
  });
  return places.find((place) => place.side === 'inside' || isFree(place, shell, host)) ?? null;
}

// Another control of the page must stay within reach: neither the middle nor a corner may be on one.
function isFree({ left, top }: Place, shell: Element, host: Element): boolean {
  const [right, bottom] = [left + BUTTON_SIZE - 1, top + BUTTON_SIZE - 1];
  const points = [
    [left + BUTTON_SIZE / 2, top + BUTTON_SIZE / 2],
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ] as const;
  return points.every(([x, y]) =>
    document
      .elementsFromPoint(x, y)
      .every((element) => element === host || holds(element, shell) || !closest(element, CONTROLS)),
  );
}

function holds(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
}

// What can be seen of the field inside all that scrolls or clips around it.
function visibleBox(shell: Element): Box | null {
  let box: Box | null = shell.getBoundingClientRect();
  for (let at = parentOf(shell); at && box; at = parentOf(at)) {
    if (at === document.body || at === document.documentElement) break;
    const isClipping = !getComputedStyle(at).overflow.startsWith('visible');
    if (isClipping) box = intersect(box, rectOf(at));
  }
  return box && intersect(box, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
}
