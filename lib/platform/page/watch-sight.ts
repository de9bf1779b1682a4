import { type PressState, pressStateAt, type Sight } from '../../core/console/press-state';

/** How often the browser looks at what lies over the frame; it takes no less. */
const DELAY_MS = 100;
/** Rounding leaves a frame that is wholly in view a little short of 1. */
const WHOLE = 0.99;

/**
 * Tells whether this frame is truly seen, as far as the browser knows (`IntersectionObserver` with
 * `trackVisibility`), and whether it has stood still: its size, and its place on the screen by each
 * event of the pointer. `root` holds all that the frame shows.
 */
export function watchSight(root: Element, tell: (state: PressState) => void): void {
  const canTell = 'isVisible' in IntersectionObserverEntry.prototype;
  const start = performance.now();
  let sight: Sight = {
    canTell,
    isUncovered: false,
    isWhole: true,
    unseenSince: start,
    changedAt: start,
  };
  let timer = 0;
  let last = '';
  const look = () => {
    clearTimeout(timer);
    const now = performance.now();
    const { state, until } = pressStateAt(sight, now);
    const key = JSON.stringify(state);
    if (key !== last) tell(state);
    last = key;
    if (until !== null) timer = window.setTimeout(look, Math.max(until - now, 0) + 1);
  };
  const change = (part: Partial<Sight>) => {
    sight = { ...sight, ...part };
    look();
  };
  look();
  if (!canTell) return;

  const seen = (entries: readonly IntersectionObserverEntry[]) => {
    const entry = entries.at(-1);
    if (!entry) return;
    const now = performance.now();
    const isUncovered = Reflect.get(entry, 'isVisible') === true;
    const isWhole = entry.isIntersecting && entry.intersectionRatio >= WHOLE;
    const isSeen = isUncovered && isWhole;
    const isNew = isSeen && sight.unseenSince !== null;
    change({
      isUncovered,
      isWhole,
      unseenSince: isSeen ? null : (sight.unseenSince ?? now),
      ...(isNew && { changedAt: now }),
    });
  };
  const options = { threshold: [0, 0.5, WHOLE, 1], trackVisibility: true, delay: DELAY_MS };
  new IntersectionObserver(seen, options).observe(root);

  addEventListener('resize', () => change({ changedAt: performance.now() }));
  let place = '';
  const notePlace = (event: PointerEvent) => {
    const now = `${event.screenX - event.clientX} ${event.screenY - event.clientY}`;
    // Where it stood before the first event the frame cannot know; what holds it does.
    if (place !== '' && now !== place) change({ changedAt: performance.now() });
    place = now;
  };
  for (const name of ['pointermove', 'pointerdown', 'pointerup'] as const) {
    addEventListener(name, notePlace, { capture: true });
  }
}
