import { boxOf, type Editable } from './editable';
import type { Box } from './place-button';

/** Where the builder stands, in CSS pixels of the viewport. */
export interface BuilderPlace {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
}

/** As wide as `.pb-widget`. */
const WIDTH = 380;
const GAP = 12;
/** Less than this is no use; then it may cover what it must. */
const LEAST_HEIGHT = 300;

/**
 * Beside the field it was opened for, where a person still sees what is in it: to its right, to its
 * left, below, above; in the upper far corner where there is no field or no room anywhere.
 */
export function placeBuilder(
  field: Box | null,
  view: { readonly width: number; readonly height: number },
): BuilderPlace {
  const right = Math.max(view.width - WIDTH - GAP, 0);
  const whole = view.height - 2 * GAP;
  const corner = { left: right, top: GAP, maxHeight: whole };
  if (!field) return corner;
  if (field.right + GAP + WIDTH + GAP <= view.width) return { ...corner, left: field.right + GAP };
  if (field.left - GAP - WIDTH >= GAP) return { ...corner, left: field.left - GAP - WIDTH };
  const left = Math.min(Math.max(field.right - WIDTH, GAP), right);
  const below = view.height - field.bottom - 2 * GAP;
  const above = field.top - 2 * GAP;
  if (below >= LEAST_HEIGHT && below >= above) {
    return { left, top: field.bottom + GAP, maxHeight: below };
  }
  if (above >= LEAST_HEIGHT) return { left, top: GAP, maxHeight: above };
  return corner;
}

/** Keeps the builder beside its field while the page scrolls or changes size. Ends with the signal. */
export function followField(host: HTMLElement, field: Editable | null, signal: AbortSignal): void {
  const place = () => {
    const box = field?.isConnected ? boxOf(field).getBoundingClientRect() : null;
    const seen = box && box.bottom > 0 && box.top < innerHeight ? box : null;
    const { left, top, maxHeight } = placeBuilder(seen, { width: innerWidth, height: innerHeight });
    host.style.setProperty('--builder-left', `${left}px`);
    host.style.setProperty('--builder-top', `${top}px`);
    host.style.setProperty('--builder-height', `${maxHeight}px`);
  };
  place();
  addEventListener('resize', place, { signal });
  addEventListener('scroll', place, { signal, capture: true, passive: true });
}
