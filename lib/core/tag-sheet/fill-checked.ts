import { cellAddress } from '../table/cells';
import { mendedName, ownTitle, toldApart } from '../table/own-titles';
import type { FillColumn, FillOrder } from '../table/plan-fill';
import type { CheckedRow } from './read/checked';
import type { CellFinding } from './read/finding';
import type { SheetHeader, TagColumn } from './read/header';

/** The few words that are not data. */
export interface CheckedFillWords {
  readonly result: string;
  readonly findings: string;
  readonly tag: string;
  readonly verdict: (verdict: CheckedRow['verdict']) => string;
  readonly say: (finding: CellFinding) => string;
  readonly more: (count: number) => string;
}

/** A sheet as it was checked. */
export interface CheckedSheet {
  readonly header: SheetHeader;
  readonly rows: readonly CheckedRow[];
}

/** Findings that are told in one cell. */
const MOST_FINDINGS = 12;
// No line break: a new cell has no format that would show it.
const BETWEEN = ' · ';

/**
 * What is added to a sheet that was checked: of each row the verdict and what was found, of each column with tags that can be
 * mended the mended ones, and a tag where a row has none at all and `tagFor` knows one.
 */
export function checkedFill(
  { header, rows }: CheckedSheet,
  tagFor: (row: CheckedRow) => string | null,
  words: CheckedFillWords,
): FillOrder {
  const column = (name: string, onlyIfFilled = false): FillColumn => ({
    title: ownTitle(name),
    onlyIfFilled,
    keeps: false,
  });
  const { tagColumns } = header;
  const tagNames = toldApart(tagColumns.map(({ title }) => title));
  return {
    headerRow: header.row,
    columns: [
      column(words.result),
      column(words.findings),
      ...tagNames.map((name) => column(mendedName(name), true)),
      // When the sheet comes back, the row has a tag: this one.
      { ...column(words.tag, true), keeps: true },
    ],
    rows: rows.map((row) => ({
      row: row.row - 1,
      values: [
        words.verdict(row.verdict),
        findingsOf(row, words),
        ...tagColumns.map((tags) => mendedIn(row, tags)),
        row.tags.length === 0 ? tagFor(row) : null,
      ],
    })),
  };
}

function findingsOf({ findings }: CheckedRow, { say, more }: CheckedFillWords): string | null {
  const told = findings
    .slice(0, MOST_FINDINGS)
    .map((finding) => `${finding.address}: ${say(finding)}`);
  const left = findings.length - told.length;
  return [...told, ...(left > 0 ? [more(left)] : [])].join(BETWEEN) || null;
}

function mendedIn({ row, repairs }: CheckedRow, { index }: TagColumn): string | null {
  return repairs.find(({ address }) => address === cellAddress(row - 1, index))?.text ?? null;
}
