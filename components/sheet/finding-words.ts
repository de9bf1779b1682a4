import type { CellFinding } from '@/lib/core/sheet/read/finding';
import { sheetFindingText } from '@/lib/text/sheet-findings';
import { tagRemark } from '@/lib/text/tag-findings/readings';

/** What a person reads about a cell, whichever rule it comes from. */
export function findingWords(finding: CellFinding): { sentence: string; next: string } {
  return finding.kind === 'tag' ? tagRemark(finding.finding) : sheetFindingText(finding);
}
