import type { Box } from '../button/place-button';

/** Where the builder stands, in CSS pixels of the viewport. */
export interface BuilderPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly maxHeight: number;
}

interface View {
  readonly width: number;
  readonly height: number;
}

const WIDTH = 380;
const GAP = 12;
/** Less than this is no use; then it may cover what it must. */
const LEAST_HEIGHT = 300;
/** More than this no content needs. */
const MOST_HEIGHT = 760;

/**
 * Beside the field it was opened for, where a person still sees what is in it: to its right, to its
 * left, below, above; in the upper far corner where there is no field or no room anywhere.
 */
export function besideField(field: Box | null, view: View): BuilderPlace {
  const width = Math.min(WIDTH, view.width - 2 * GAP);
  const right = Math.max(view.width - width - GAP, 0);
  const whole = Math.min(view.height - 2 * GAP, MOST_HEIGHT);
  const corner = { left: right, top: GAP, width, maxHeight: whole };
  if (!field) return corner;
  // Level with the field as far as there is room below.
  const level = Math.min(Math.max(field.top, GAP), Math.max(view.height - whole - GAP, GAP));
  if (field.right + GAP + width + GAP <= view.width) {
    return { ...corner, left: field.right + GAP, top: level };
  }
  if (field.left - GAP - width >= GAP) {
    return { ...corner, left: field.left - GAP - width, top: level };
  }
  const left = Math.min(Math.max(field.right - width, GAP), right);
  const below = view.height - field.bottom - 2 * GAP;
  const above = field.top - 2 * GAP;
  if (below >= LEAST_HEIGHT && below >= above) {
    return { left, top: field.bottom + GAP, width, maxHeight: Math.min(below, MOST_HEIGHT) };
  }
  if (above >= LEAST_HEIGHT) {
    return { left, top: GAP, width, maxHeight: Math.min(above, MOST_HEIGHT) };
  }
  return corner;
}

/** The same place moved by a person, as far as it stays in view with room enough for what it shows. */
export function movedBy(place: BuilderPlace, dx: number, dy: number, view: View): BuilderPlace {
  const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), Math.max(most, 0));
  const left = clamp(place.left + dx, view.width - place.width);
  const top = clamp(place.top + dy, view.height - Math.min(LEAST_HEIGHT, view.height));
  return { ...place, left, top, maxHeight: Math.min(view.height - top, MOST_HEIGHT) };
}
