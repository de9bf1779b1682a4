import { type KeptSheets, KeptSheetsSchema } from '../../core/report/reconcile/kept-sheets';
import { createKept } from './kept';

const kept = createKept<KeptSheets>(
  'reportSheets',
  (stored) => KeptSheetsSchema.safeParse(stored).data ?? [],
);

/** What tag sheets say of placements; what cannot be read is as if no sheet had been given. */
export const readReportSheets = kept.read;
export const changeReportSheets = kept.change;
