import { z } from '../base/schema';

/** What can be told of a request in a column of its own, in the order in which they stand. */
export const LIST_COLUMNS = [
  'time',
  'id',
  'tracker',
  'type',
  'parameters',
  'status',
  'page',
  'frame',
  'cachebuster',
  'redirect',
  'duration',
  'findings',
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** The order of the list; `null` is the order of time, as requests came. */
export type ListSort = { readonly column: ListColumn; readonly isDescending: boolean } | null;

/** What a person made of the list of requests: kept from one opening to the next. */
export interface ListLayout {
  readonly columns: readonly ListColumn[];
  /** In CSS pixels, of those that were made wider or narrower. */
  readonly widths: Readonly<Partial<Record<ListColumn, number>>>;
  readonly sort: ListSort;
  /** What part of the room the details have, in per cent: beside the list, and below it. */
  readonly details: { readonly beside: number; readonly below: number };
}

export const LEAST_WIDTH = 40;
export const MOST_WIDTH = 1200;
export const LEAST_SHARE = 20;
export const MOST_SHARE = 75;

export const USUAL_LAYOUT: ListLayout = {
  columns: ['time', 'id', 'tracker', 'type', 'parameters', 'status', 'frame', 'findings'],
  widths: {},
  sort: null,
  details: { beside: 40, below: 50 },
};

const ColumnSchema = z.enum(LIST_COLUMNS);
const share = z.number().check(z.gte(LEAST_SHARE), z.lte(MOST_SHARE));
const parts = {
  columns: z
    .array(ColumnSchema)
    .check(z.minLength(1), z.maxLength(LIST_COLUMNS.length))
    .check(z.refine((names) => new Set(names).size === names.length)),
  widths: z.partialRecord(ColumnSchema, z.number().check(z.gte(LEAST_WIDTH), z.lte(MOST_WIDTH))),
  sort: z.nullable(z.object({ column: ColumnSchema, isDescending: z.boolean() })),
  details: z.object({ beside: share, below: share }),
};
const KeptSchema = z.record(z.string(), z.unknown());

/** Reads what was kept; each part that cannot be read is as if it had never been changed. */
export function readListLayout(kept: unknown): ListLayout {
  const found = KeptSchema.safeParse(kept).data ?? {};
  return {
    columns: inOrder(parts.columns.safeParse(found.columns).data ?? USUAL_LAYOUT.columns),
    widths: parts.widths.safeParse(found.widths).data ?? USUAL_LAYOUT.widths,
    sort: parts.sort.safeParse(found.sort).data ?? USUAL_LAYOUT.sort,
    details: parts.details.safeParse(found.details).data ?? USUAL_LAYOUT.details,
  };
}

/** With a column more or less; the last one stays. */
export function toggleColumn(layout: ListLayout, column: ListColumn): ListLayout {
  const isShown = layout.columns.includes(column);
  const others = layout.columns.filter((one) => one !== column);
  if (isShown && others.length === 0) return layout;
  const sort = isShown && layout.sort?.column === column ? null : layout.sort;
  return { ...layout, columns: isShown ? others : inOrder([...others, column]), sort };
}

/** With a column of this width, in CSS pixels; with `null`, of its usual one. */
export function resizeColumn(
  layout: ListLayout,
  column: ListColumn,
  width: number | null,
): ListLayout {
  const { [column]: _, ...others } = layout.widths;
  const widths = width === null ? others : { ...others, [column]: clampWidth(width) };
  return { ...layout, widths };
}

/** Sorted by a column: upwards, then downwards, then as requests came. */
export function sortBy(layout: ListLayout, column: ListColumn): ListLayout {
  const { sort } = layout;
  if (sort?.column !== column) return { ...layout, sort: { column, isDescending: false } };
  return { ...layout, sort: sort.isDescending ? null : { column, isDescending: true } };
}

/** With the details of this size, in per cent of the room there is. */
export function resizeDetails(
  layout: ListLayout,
  where: keyof ListLayout['details'],
  size: number,
): ListLayout {
  const within = Math.min(MOST_SHARE, Math.max(LEAST_SHARE, Math.round(size)));
  return { ...layout, details: { ...layout.details, [where]: within } };
}

const clampWidth = (width: number): number =>
  Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, Math.round(width)));

function inOrder(columns: readonly ListColumn[]): readonly ListColumn[] {
  return LIST_COLUMNS.filter((column) => columns.includes(column));
}
