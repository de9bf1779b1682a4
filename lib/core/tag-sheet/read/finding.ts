import type { TagFinding } from '../../rules/tag/finding';
import type { Severity } from '../../base/finding';

/**
 * What can be wrong with a cell beside what the rules for tags say; `lib/text/sheets/findings.ts`
 * has the words.
 * - `tag-cut-off`: the cell begins like the right tag and ends too early
 * - `tag-edited`: one part of the tag is not what the row's other columns say
 * - `cells-differ`: one part differs between two tags of a row
 */
export const SHEET_FINDING_CODES = [
  'tracker-id-missing',
  'tracker-id-unreadable',
  'ad-server-unknown',
  'row-without-tag',
  'tag-missing',
  'no-tag',
  'tag-unreadable',
  'tag-cut-off',
  'several-tags',
  'wrong-form',
  'form-not-taken',
  'tag-edited',
  'cells-differ',
] as const;
export type SheetFindingCode = (typeof SHEET_FINDING_CODES)[number];

/** The parts of a tag that are compared. */
export type TagPart = 'tracker' | 'name' | 'cachebuster' | 'cost' | 'parameters' | 'redirect';

/** A remark on a cell of the sheet itself. */
export interface SheetFinding {
  readonly kind: 'sheet';
  readonly code: SheetFindingCode;
  readonly severity: Severity;
  readonly values: Readonly<Record<string, string>>;
  /** The cell, `N14`. */
  readonly address: string;
}

/** What a rule for tags said of a cell. */
export interface CellTagFinding {
  readonly kind: 'tag';
  readonly severity: Severity;
  readonly finding: TagFinding;
  readonly address: string;
  /** The part of the cell it speaks of. */
  readonly excerpt: string;
}

export type CellFinding = SheetFinding | CellTagFinding;

/** A cell's text with every repair made that can do no harm. */
export interface CellRepair {
  readonly address: string;
  readonly text: string;
}
