import type { ThirdPartyPlacement } from '../third-party';
import type { SheetPlacement } from './sheet-placements';

/** What tag sheets say of a placement: by its id there, and by its name. */
export interface SaidBySheets<Row> {
  readonly byId: readonly Row[];
  readonly byName: readonly Row[];
}

/** Finds what tag sheets say of a placement of an ad server’s report. */
export function indexSheets<Row extends SheetPlacement>(rows: readonly Row[]) {
  const byId = new Map<string, Row[]>();
  const byName = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.placementId !== null) put(byId, row.placementId, row);
    if (row.placement !== null) put(byName, nameKey(row.placement), row);
  }
  return ({ placement, placementId }: Named): SaidBySheets<Row> => ({
    byId: (placementId !== null && byId.get(placementId)) || [],
    byName: byName.get(nameKey(placement)) ?? [],
  });
}
type Named = Pick<ThirdPartyPlacement, 'placement' | 'placementId'>;

/** A name as it is compared: case and signs differ from file to file, where a word ends does not. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function put<Row>(index: Map<string, Row[]>, key: string, row: Row): void {
  if (key === '') return;
  const rows = index.get(key);
  if (rows) rows.push(row);
  else index.set(key, [row]);
}
