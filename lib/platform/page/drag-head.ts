/**
 * Moves the frame while a person drags a part of its page. `move` gets how far the part is from under
 * the pointer, in CSS pixels, and resolves once the frame stands elsewhere.
 */
export function dragHead(
  event: PointerEvent,
  move: (dx: number, dy: number) => Promise<unknown>,
): void {
  const handle = event.currentTarget;
  if (!(handle instanceof HTMLElement) || event.button !== 0) return;
  if (event.target instanceof Element && event.target.closest('button')) return;
  event.preventDefault();
  const { pointerId, clientX, clientY, screenX, screenY } = event;
  let latest: PointerEvent | null = null;
  // Zoomed by the browser, a pixel of the page is not one of the screen.
  let scale: number | null = null;
  let isMoving = false;
  const follow = async (moved: PointerEvent) => {
    latest = moved;
    if (isMoving) return;
    isMoving = true;
    let [dx, dy] = [moved.clientX - clientX, moved.clientY - clientY];
    const onScreen = Math.hypot(moved.screenX - screenX, moved.screenY - screenY);
    if (onScreen > 0) scale ??= Math.hypot(dx, dy) / onScreen;
    for (let goal = moved; dx !== 0 || dy !== 0; goal = latest) {
      await move(dx, dy).catch(() => {});
      // Where the pointer went meanwhile, which may be where it is let go: on the screen, since within
      // the frame there is no telling before or after which move that was.
      dx = (latest.screenX - goal.screenX) * (scale ?? 1);
      dy = (latest.screenY - goal.screenY) * (scale ?? 1);
    }
    isMoving = false;
  };
  const onMove = (moved: PointerEvent) => void follow(moved);
  handle.setPointerCapture(pointerId);
  handle.addEventListener('pointermove', onMove);
  const end = () => handle.removeEventListener('pointermove', onMove);
  handle.addEventListener('lostpointercapture', end, { once: true });
}
