import type { MatrixRow } from '@/lib/core/verification/matrix';

/** Trackers that stand side by side at once. */
export const MAX_COLUMNS = 20;

/** Whether a person should look at a page: it is over, and not all that is expected there passed. */
export function needsLook({ stand, cells }: MatrixRow): boolean {
  const { view, isOver } = stand;
  if (!view?.visit || !isOver) return false;
  if (view.visit.end !== 'quiet' && view.visit.end !== 'busy') return true;
  return cells.some(
    (cell) => cell !== 'not-expected' && (typeof cell === 'string' || cell.verdict !== 'pass'),
  );
}
