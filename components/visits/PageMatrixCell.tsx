import { CircleOff, Minus } from 'lucide';

import { Icon } from '@/components/ui/Icon';
import { VerdictBadge } from '@/components/verification/Badges';
import type { MatrixCell, MatrixRow } from '@/lib/core/verification/matrix';
import { verdictReason } from '@/lib/text/verification/verification';
import { notSeenText, standText, visitPagesText as text } from '@/lib/text/visits/visit-pages';

/** A tracker, and where in each row it stands. */
export interface Column {
  readonly id: number;
  readonly name: string;
  readonly at: number;
}

/** A tracker on a page, as icon and word. */
export function Cell({ of }: { of: MatrixCell }) {
  if (typeof of !== 'string') return <VerdictBadge verdict={of.verdict} />;
  const isExpected = of === 'not-visited';
  return (
    <span class="pb-muted pb-small pb-page-matrix-none">
      <Icon of={isExpected ? CircleOff : Minus} size={12} />
      {isExpected ? text.notKnown : text.notExpected}
    </span>
  );
}

/** A tracker on a page, in a sentence; what is said of the page alone is not said again. */
export function cellText(row: MatrixRow, chosen: Column | undefined): string {
  const cell = chosen && row.cells[chosen.at];
  if (!chosen || cell === undefined || cell === 'not-visited') return '.';
  return `. ${chosen.name}: ${reasonOf(cell, row)}`;
}

/** Why a cell says what it says. */
export function reasonOf(cell: MatrixCell, { stand, url }: MatrixRow): string {
  if (cell === 'not-expected') return text.notExpected;
  const visit = stand.view?.visit;
  if (cell === 'not-visited' || !visit) return standText(stand, url);
  return cell.verdict === 'not-seen' ? notSeenText(visit) : verdictReason(cell);
}
