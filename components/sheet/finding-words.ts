import type { CellFinding } from '@/lib/core/tag-sheet/read/finding';
import { sheetFindingText } from '@/lib/text/sheets/findings';
import { tagRemark } from '@/lib/text/tags/readings';

/** What a person reads about a cell, whichever rule it comes from. */
export function findingWords(finding: CellFinding): { sentence: string; next: string } {
  return finding.kind === 'tag' ? tagRemark(finding.finding) : sheetFindingText(finding);
}
