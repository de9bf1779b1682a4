import { MAX_TRACKER_ROWS } from '../base/limits';
import { z } from '../base/schema';
import { type Ref, RefSchema, type TrackerState, TrackerStateSchema } from '../tracker/tracker';
import type { TrackerColumn } from './columns';
import { type PatternMistake, readNamePattern } from './name-pattern';
import type { OpenTrackerSheet } from './open-sheet';

/** A publisher of a grid, and which of its placements get a tracker; none for one of the publisher alone. */
export interface GridPublisher {
  readonly publisher: Ref;
  readonly placements: readonly Ref[];
  readonly paymentRule: Ref | null;
}

/** A tracker for each line item and publisher, and for each placement chosen of it. */
export interface Grid {
  readonly lineItems: readonly Ref[];
  readonly publishers: readonly GridPublisher[];
  readonly pattern: string;
  readonly state: TrackerState;
}

/** A grid that is being made, as it is kept. */
export const GridSchema = z.object({
  lineItems: z.array(RefSchema).check(z.maxLength(MAX_TRACKER_ROWS)),
  publishers: z
    .array(
      z.object({
        publisher: RefSchema,
        placements: z.array(RefSchema).check(z.maxLength(MAX_TRACKER_ROWS)),
        paymentRule: z.nullable(RefSchema),
      }),
    )
    .check(z.maxLength(MAX_TRACKER_ROWS)),
  pattern: z.string().check(z.maxLength(1000)),
  state: TrackerStateSchema,
});

/** Why a grid makes no sheet. */
export type GridMistake =
  | PatternMistake
  | { readonly code: 'grid-empty' }
  | { readonly code: 'grid-too-large'; readonly rows: number; readonly most: number };

export type GridSheet =
  | { readonly mistake: GridMistake }
  | { readonly mistake: null; readonly sheet: OpenTrackerSheet };

const COLUMNS = [
  'name',
  'state',
  'lineItemId',
  'publisherId',
  'placementId',
  'paymentRuleId',
] as const satisfies readonly TrackerColumn[];

/**
 * The sheet that a grid is: it is checked as one that was read from a file, so that names that are the same, or
 * taken, are said there.
 */
export function gridSheet(grid: Grid): GridSheet {
  const pattern = readNamePattern(grid.pattern);
  if (pattern.mistake !== null) return { mistake: pattern.mistake };
  const count = gridSize(grid);
  if (count === 0) return { mistake: { code: 'grid-empty' } };
  if (count > MAX_TRACKER_ROWS) {
    return { mistake: { code: 'grid-too-large', rows: count, most: MAX_TRACKER_ROWS } };
  }
  const rows = grid.lineItems.flatMap((lineItem) =>
    grid.publishers.flatMap(({ publisher, placements, paymentRule }) =>
      placesOf(placements).map((placement) => [
        pattern.nameOf({ lineItem, publisher, placement, paymentRule }),
        grid.state,
        ...[lineItem, publisher, placement, paymentRule].map((one) => String(one?.id ?? '')),
      ]),
    ),
  );
  return {
    mistake: null,
    sheet: {
      name: '',
      header: { row: 0, columns: COLUMNS.map((column, at) => [column, at]) },
      offer: { titles: [], fingerprint: '', choice: null },
      rows: rows.map((texts, at) => ({ row: at + 1, texts })),
    },
  };
}

/** How many trackers a grid makes. */
export function gridSize({
  lineItems,
  publishers,
}: Pick<Grid, 'lineItems' | 'publishers'>): number {
  const places = publishers.reduce(
    (sum, { placements }) => sum + Math.max(1, placements.length),
    0,
  );
  return lineItems.length * places;
}

function placesOf(placements: readonly Ref[]): readonly (Ref | null)[] {
  return placements.length === 0 ? [null] : placements;
}
