import { type ComparedInProof, type SayWhy, countedFor } from '../../core/report/proof/counted-for';
import type { JudgedRecording } from '../../core/verification/recording';
import type { Database } from '../../store/database';
import { listReports, readReport } from '../../store/reports';
import { listTrackers } from '../../store/trackers';

/** No time zone is further from UTC than a day. */
const DAY_MS = 86_400_000;

/**
 * What an account's kept reports counted of a recording's expected trackers, as it stands in a proof, and of how many
 * of these it tells; `null` where no report is kept at all. Reports are not asked for; `compared`
 * are comparisons as they stand beside one that is open.
 */
export async function countedInProof(
  db: Database,
  account: string,
  recording: JudgedRecording,
  compared: readonly ComparedInProof[],
  say: SayWhy,
): Promise<{ readonly text: string; readonly told: number; readonly all: number } | null> {
  const heads = await listReports(db, account);
  if (heads.rows.length === 0) return null;
  const { file, startedAt, expectedIds } = recording.verification;
  const from = new Date((file?.recordedAt ?? startedAt) - DAY_MS).toISOString().slice(0, 10);
  const late = heads.rows.filter(({ span }) => span.last >= from);
  const advertisers = [...new Set(late.map(({ question }) => question.advertiserId))];
  const [reports, trackers] = await Promise.all([
    Promise.all(late.map(({ id }) => readReport(db, account, id))),
    Promise.all(advertisers.map(async (id) => (await listTrackers(db, account, id)).rows)),
  ]);
  const by = {
    reports: reports.filter((one) => one !== null),
    trackers: trackers.flat(),
    compared,
  };
  const part = countedFor(recording, by, say);
  const all = new Set(expectedIds).size;
  return { text: JSON.stringify(part), told: all - part.notCounted.length, all };
}
