import type { Finding, Values } from '../../base/finding';
import type { TextRule } from '../../rules/rule';
import type { TagCell } from './line';

/** The parts of a tag that are compared. */
export type TagPart = 'tracker' | 'name' | 'cachebuster' | 'cost' | 'parameters' | 'redirect';

/** What a rule for tags or for sheets said of a cell. */
export interface CellFinding extends Finding {
  /** The cell, `N14`. */
  readonly address: string;
  /** The part of the cell it speaks of; `''` where it is of the whole. */
  readonly excerpt: string;
}

/** What a rule for sheets says of the cell at an address. */
export function sheetFinding(
  { code, severity }: TextRule,
  address: string,
  values: Values = {},
): CellFinding {
  return { code, severity, place: null, values, repair: null, address, excerpt: '' };
}

/** The same of a cell for tags, with the title of its column. */
export function cellFinding(
  { address, title }: TagCell,
  rule: TextRule,
  values: Values = {},
): CellFinding {
  return sheetFinding(rule, address, { column: title, ...values });
}

/** A cell's text with every repair made that can do no harm. */
export interface CellRepair {
  readonly address: string;
  readonly text: string;
}
