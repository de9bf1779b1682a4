import { z } from './schema';

/** The order of a table; `null` is the one in which its rows are given. */
export type TableSort<C extends string> = {
  readonly column: C;
  readonly isDescending: boolean;
} | null;

/** What a person made of a table: kept from one opening to the next. */
export interface TableLayout<C extends string> {
  readonly columns: readonly C[];
  /** In CSS pixels, of those that were made wider or narrower. */
  readonly widths: Readonly<Partial<Record<C, number>>>;
  readonly sort: TableSort<C>;
}

export const LEAST_WIDTH = 40;
export const MOST_WIDTH = 1200;

/**
 * Reads what was kept of a table with these columns; each part that cannot be read is as if it had never been
 * changed.
 */
export function createLayoutReader<C extends string>(
  all: readonly [C, ...C[]],
  usual: TableLayout<C>,
): (kept: Readonly<Record<string, unknown>>) => TableLayout<C> {
  const ColumnSchema = z.enum(all);
  const parts = {
    columns: z
      .array(ColumnSchema)
      .check(z.minLength(1), z.maxLength(all.length))
      .check(z.refine((names) => new Set(names).size === names.length)),
    widths: z.record(z.string(), z.number().check(z.gte(LEAST_WIDTH), z.lte(MOST_WIDTH))),
    sort: z.nullable(z.object({ column: ColumnSchema, isDescending: z.boolean() })),
  };
  return (kept) => ({
    columns: inOrder(all, parts.columns.safeParse(kept.columns).data ?? usual.columns),
    widths: widthsOf(all, parts.widths.safeParse(kept.widths).data) ?? usual.widths,
    sort: parts.sort.safeParse(kept.sort).data ?? usual.sort,
  });
}

/** With a column more or less; the last one stays. */
export function toggleColumn<C extends string, L extends TableLayout<C>>(
  layout: L & TableLayout<C>,
  column: NoInfer<C>,
  all: readonly NoInfer<C>[],
): L {
  const isShown = layout.columns.includes(column);
  const others = layout.columns.filter((one) => one !== column);
  if (isShown && others.length === 0) return layout;
  const sort = isShown && layout.sort?.column === column ? null : layout.sort;
  return { ...layout, columns: isShown ? others : inOrder(all, [...others, column]), sort };
}

/** With a column of this width, in CSS pixels; with `null`, of its usual one. */
export function resizeColumn<C extends string, L extends TableLayout<C>>(
  layout: L & TableLayout<C>,
  column: NoInfer<C>,
  width: number | null,
): L {
  const { [column]: _, ...others } = layout.widths;
  const widths = width === null ? others : { ...others, [column]: clampWidth(width) };
  return { ...layout, widths };
}

/** Sorted by a column, as a press on its head does it. */
export function sortBy<C extends string, L extends TableLayout<C>>(
  layout: L & TableLayout<C>,
  column: NoInfer<C>,
): L {
  return { ...layout, sort: nextSort(layout.sort, column) };
}

/** The order after a press on a column: by it upwards, then downwards, then as rows are given. */
export function nextSort<C extends string>(sort: TableSort<C>, column: NoInfer<C>): TableSort<C> {
  if (sort?.column !== column) return { column, isDescending: false };
  return sort.isDescending ? null : { column, isDescending: true };
}

const clampWidth = (width: number): number =>
  Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, Math.round(width)));

function inOrder<C extends string>(all: readonly C[], columns: readonly C[]): readonly C[] {
  return all.filter((column) => columns.includes(column));
}

function widthsOf<C extends string>(
  all: readonly C[],
  kept: Readonly<Record<string, number>> | undefined,
): TableLayout<C>['widths'] | null {
  if (kept === undefined || Object.keys(kept).some((name) => !all.some((one) => one === name))) {
    return null;
  }
  const widths: Partial<Record<C, number>> = {};
  for (const column of all) {
    const width = kept[column];
    if (width !== undefined) widths[column] = width;
  }
  return widths;
}
