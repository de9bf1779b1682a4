import { CircleOff, Minus } from 'lucide';

import { Icon } from '@/components/ui/Icon';
import type { MatrixCell } from '@/lib/core/verification/matrix';
import { cellWord } from '@/lib/text/verification/matrix';

import { VERDICT_ICONS, VerdictBadge } from '../Badges';

interface MatrixSignProps {
  of: MatrixCell;
  /** There is no room for the word: its cell has it as its name. */
  isSmall: boolean;
}

/** A tracker on a page, as icon and word; its icon tells it without its colour. */
export function MatrixSign({ of, isSmall }: MatrixSignProps) {
  if (typeof of === 'string') {
    return (
      <span class="pb-muted pb-small pb-matrix-none">
        <Icon of={of === 'not-visited' ? CircleOff : Minus} size={12} />
        {!isSmall && cellWord(of)}
      </span>
    );
  }
  if (!isSmall) return <VerdictBadge verdict={of.verdict} />;
  return (
    <span class={`pb-badge pb-matrix-sign ${of.verdict}`}>
      <Icon of={VERDICT_ICONS[of.verdict]} size={14} />
    </span>
  );
}
