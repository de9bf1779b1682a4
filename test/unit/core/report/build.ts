import { readThirdParty, type ThirdPartyReading } from '@/lib/core/report/third-party/read-report';
import { createReportSheetReader } from '@/lib/core/report/third-party/sheet-reader';
import type { ReportColumnMemory } from '@/lib/core/report/third-party/columns';
import type { Reconciled } from '@/lib/core/report/reconciled';
import type { Series } from '@/lib/core/report/series';
import type { ThirdPartyPlacement, ThirdPartyReport } from '@/lib/core/report/third-party';
import { readTableFile } from '@/lib/files/read-file';

export const TODAY = '2026-11-27';

/** The sheets of a file, as the reader of files gives them. */
export function sheetsOf(file: string | ArrayBuffer, memory: ReportColumnMemory = []) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file).buffer : file;
  const reader = createReportSheetReader(memory);
  readTableFile(bytes, reader);
  return reader.finish();
}

export function readFile(
  file: string | ArrayBuffer,
  memory: ReportColumnMemory = [],
  dateOrder: 'dmy' | 'mdy' | null = null,
): ThirdPartyReading {
  return readThirdParty(sheetsOf(file, memory), {
    fileName: 'report.csv',
    today: TODAY,
    dateOrder,
  });
}

/** The report of a file that can be read. */
export function reportOf(file: string | ArrayBuffer): ThirdPartyReport {
  const reading = readFile(file);
  if (reading.kind !== 'read') throw new Error(JSON.stringify(reading));
  return reading.report;
}

/** Lines as a CSV. */
export const csv = (...lines: readonly string[]) => `${lines.join('\r\n')}\r\n`;

export const daily = (first: string, counts: readonly (number | null)[]): Series => ({
  by: 'day',
  first,
  counts: [...counts],
});

export function placement(
  name: string,
  counts: Series,
  id: string | null = null,
): ThirdPartyPlacement {
  return { placement: name, placementId: id, impressions: counts };
}

/** The counts of each placement, by its name. */
export function countsIn({ placements }: Pick<ThirdPartyReport, 'placements'>) {
  return Object.fromEntries(
    placements.map(({ placement, impressions }) => [placement, impressions.counts]),
  );
}

export const sum = (counts: Reconciled['counted']['counts']) =>
  counts.reduce<number>((all, count) => all + (count ?? 0), 0);
