import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import type { ComparedInProof } from '@/lib/core/report/proof/counted-for';

import type { CompareOrder, Comparison } from '../report-actions';

/** A comparison as a proof takes it in: the ad server’s side of each tracker, and why both differ. */
export function forProof(
  order: CompareOrder | null,
  comparison: Comparison | null,
): readonly ComparedInProof[] {
  if (order === null || comparison === null) return [];
  const { file, report } = order;
  const { adServer: id, fileName, timeZone } = file;
  const name = AD_SERVERS.find((server) => server.id === id)?.name ?? id;
  return comparison.rows.map((row) => ({
    reportId: report.report.id,
    reconciled: { trackerIds: row.trackerIds, thirdParty: row.thirdParty },
    adServer: { name, fileName, timeZone },
    explanation: row.explanation,
  }));
}
