import type { DatabaseSync } from 'node:sqlite';

import type { Runs } from '../delivery/runs.ts';
import type { Clock } from '../time.ts';
import { DIALECTS } from './dialects.ts';
import { readAdReportOrder } from './order.ts';
import { adRows, zoneOfAdServer } from './rows.ts';
import { toCsv, toXlsx } from './sheet.ts';

/** An ad server's own report, as a person would have downloaded it. */
export interface AdReportFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Makes reports of the made history; throws a ZodError at an order that is none. */
export type AdReports = (input: unknown) => Promise<AdReportFile>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function createAdReports(db: DatabaseSync, runs: Runs, now: Clock): AdReports {
  return async (input) => {
    const order = readAdReportOrder(input);
    const rows = adRows(db, runs.list(), order);
    const zone = zoneOfAdServer(runs.list(), order);
    const sheet = DIALECTS[order.server]({ rows, zone, now: now() });
    const isCsv = order.format === 'csv';
    const bytes = isCsv ? new TextEncoder().encode(toCsv(sheet)) : await toXlsx(sheet);
    return {
      name: `${order.server}-delivery.${order.format}`,
      type: isCsv ? 'text/csv; charset=utf-8' : XLSX,
      bytes: new Uint8Array(bytes),
    };
  };
}
