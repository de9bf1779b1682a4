import type { ApiClient } from '../../api/client';
import { downloadReport } from '../../api/report';
import { AppError } from '../../core/base/errors';
import type { ReportPlan } from '../../core/report/plan';
import { ReportError } from '../../core/report/problem';
import { createReportReader, type ReadReport } from '../../core/report/report-reader';
import { slicesOf } from '../../core/report/slices';
import { pause } from '../pause';

/** After so many rows whoever looks is told. */
const TOLD_ROWS = 20_000;
/** A connection that broke without a word. */
const CUT_OFF = 'the file ends within a row';
/** The same, where it ended just behind one. */
const SHORT = 'the file has fewer rows than the service says';

interface Reading {
  readonly plan: ReportPlan;
  readonly closedUntil: number | null;
  readonly downloadId: string;
  /** How many rows it is said to have; `null` where that is not known. */
  readonly rowCount: number | null;
  readonly signal: AbortSignal;
  readonly onRows: (rows: number) => void;
}

/** Downloads a report and sums it as it comes; one whose connection breaks is downloaded once more. Fails with `report-unreadable`, `report-too-large` and those of the client. */
export async function readReportRows(client: ApiClient, reading: Reading): Promise<ReadReport> {
  try {
    return await readOnce(client, reading);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code !== 'network' && !isBroken(error)) throw error;
    return readOnce(client, reading);
  }
}

async function readOnce(
  client: ApiClient,
  { plan, closedUntil, downloadId, rowCount, signal, onRows }: Reading,
): Promise<ReadReport> {
  // Anew at each try: a part that was read before is no part of it.
  const reader = createReportReader(plan, closedUntil);
  let told = 0;
  const take = async (piece: string) => {
    for (const [at, slice] of slicesOf(piece).entries()) {
      if (at > 0) await pause();
      signal.throwIfAborted();
      inOurWords(() => reader.push(slice));
    }
    if (reader.rows() < told + TOLD_ROWS) return;
    told = reader.rows();
    onRows(told);
  };
  await downloadReport(client, downloadId, take, signal);
  const read = inOurWords(() => reader.end());
  // Whether the row of titles is counted among them is not documented.
  if (rowCount !== null && read.rows < rowCount - 1) {
    throw new AppError('report-unreadable', { detail: SHORT });
  }
  return read;
}

function isBroken({ detail }: AppError): boolean {
  return detail === CUT_OFF || detail === SHORT;
}

function inOurWords<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    if (error.problem === 'cut-off') throw new AppError('report-unreadable', { detail: CUT_OFF });
    throw new AppError(error.problem === 'too-much' ? 'report-too-large' : 'report-unreadable');
  }
}
