import { z } from '../base/schema';
import {
  createLayoutReader,
  type TableLayout,
  type TableSort,
  toggleColumn as toggle,
} from '../base/table-layout';

export { resizeColumn, sortBy } from '../base/table-layout';

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
export type ListSort = TableSort<ListColumn>;

/** What a person made of the list of requests: kept from one opening to the next. */
export interface ListLayout extends TableLayout<ListColumn> {
  /** What part of the room the details have, in per cent: beside the list, and below it. */
  readonly details: { readonly beside: number; readonly below: number };
}

export const LEAST_SHARE = 20;
export const MOST_SHARE = 75;

export const USUAL_LAYOUT: ListLayout = {
  columns: ['time', 'id', 'tracker', 'type', 'parameters', 'status', 'frame', 'findings'],
  widths: {},
  sort: null,
  details: { beside: 40, below: 50 },
};

const share = z.number().check(z.gte(LEAST_SHARE), z.lte(MOST_SHARE));
const DetailsSchema = z.object({ beside: share, below: share });
const KeptSchema = z.record(z.string(), z.unknown());
const readTable = createLayoutReader(LIST_COLUMNS, USUAL_LAYOUT);

/** Reads what was kept; each part that cannot be read is as if it had never been changed. */
export function readListLayout(kept: unknown): ListLayout {
  const found = KeptSchema.safeParse(kept).data ?? {};
  return {
    ...readTable(found),
    details: DetailsSchema.safeParse(found.details).data ?? USUAL_LAYOUT.details,
  };
}

/** With a column more or less; the last one stays. */
export function toggleColumn(layout: ListLayout, column: ListColumn): ListLayout {
  return toggle(layout, column, LIST_COLUMNS);
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
