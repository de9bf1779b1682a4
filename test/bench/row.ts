/** One line of the table: a value, what it is compared with in the same run, and how far it may be off. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly baseline: string;
  readonly base: number;
  /** Where it is known better than from the two: the median of what was measured in pairs. */
  readonly ratio?: number;
  /** The most the ratio may be; `null` where nothing was promised. */
  readonly limit: number | null;
}

function ratioOf({ value, base, ratio }: Row): number {
  return ratio ?? value / base;
}

export function isOver(row: Row): boolean {
  return row.limit !== null && !(ratioOf(row) <= row.limit);
}

/** The table as Markdown, and in words which rows are over their limit. */
export function printRows(rows: readonly Row[]): void {
  print(['what', 'ms', 'baseline', 'ms', 'ratio', 'limit', '']);
  print(Array.from({ length: 7 }, () => '---'));
  for (const row of rows) {
    const { what, value, baseline, base, limit } = row;
    const mark = limit === null ? '' : isOver(row) ? 'OVER' : 'ok';
    const most = limit === null ? '–' : `≤ ${limit}×`;
    const ratio = `${ratioOf(row).toFixed(3)}×`;
    print([what, value.toFixed(1), baseline, base.toFixed(1), ratio, most, mark]);
  }
}

function print(cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}
