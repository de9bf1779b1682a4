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
  const { pointerId, clientX, clientY } = event;
  let isMoving = false;
  const follow = async ({ clientX: x, clientY: y }: PointerEvent) => {
    if (isMoving || (x === clientX && y === clientY)) return;
    isMoving = true;
    await move(x - clientX, y - clientY).catch(() => {});
    isMoving = false;
  };
  const onMove = (moved: PointerEvent) => void follow(moved);
  handle.setPointerCapture(pointerId);
  handle.addEventListener('pointermove', onMove);
  const end = () => handle.removeEventListener('pointermove', onMove);
  handle.addEventListener('lostpointercapture', end, { once: true });
}
