import type { ShownMatch } from '../../core/report/reconcile/placements-of';
import { formatCount, plural } from '../ui';

type Known = Pick<ShownMatch, 'by' | 'candidates' | 'sheets'>;

/** Words of which tracker a placement of an ad server's report belongs to. */
export const matchingText = {
  /** `several`: how many of those without a tracker several could be it of. */
  summary(unmatched: number, several: number, all: number): string {
    if (unmatched === 0)
      return all === 1
        ? 'The placement has its tracker'
        : `All ${formatCount(all)} placements have their tracker`;
    const without = `${plural(unmatched, 'placement has', 'placements have')} no tracker yet, of ${formatCount(all)}`;
    if (several === 0) return without;
    const which = unmatched === 1 ? 'for it' : `for ${formatCount(several)} of them`;
    return `${without}; ${which} several could be it`;
  },
  notInReport: (ids: readonly number[]) => `${ids.join(', ')}, of which this report does not tell`,
  couldBe: 'Could be it',
  others: 'Others',
  by: { sheet: 'Tag sheet', id: 'By its id', name: 'By its name', hand: 'By hand' },
  several: 'Several could be it',
  notMatched: 'Not matched',
};

/** How it is known to which tracker a placement belongs, or why it is not. */
export function howKnownText({ by, candidates, sheets }: Known): string {
  if (by === 'sheet') return [matchingText.by.sheet, sheets.join(', ')].join(' ').trim();
  if (by !== null) return matchingText.by[by];
  return candidates.length > 0 ? matchingText.several : matchingText.notMatched;
}
