import type { DateOrder, ReportColumnMemory } from '../../core/report/third-party/columns';
import { takeReportMessage } from '../../core/report/third-party/message';
import type { ThirdPartyReading } from '../../core/report/third-party/read-report';
import { SheetFileError } from '../../core/table/file-problem';
import type { ReadProgress } from '../../core/table/read-progress';
import { askWorker, type Reader } from './ask-worker';

interface ReportFile {
  readonly file: File;
  /** Which columns were chosen by hand in reports like it. */
  readonly memory: ReportColumnMemory;
  readonly dateOrder: DateOrder | null;
  /** `2026-11-12`; nothing is counted later. */
  readonly today: string;
}

/**
 * Has a worker read an ad server's report. Fails with `NoReportError` where no sheet has its columns, and with
 * `SheetFileError` where the file is none or the reader stops.
 */
export function readReportInWorker(
  reader: Reader,
  { file, ...about }: ReportFile,
  onProgress: (progress: ReadProgress) => void,
  signal: AbortSignal,
): Promise<ThirdPartyReading> {
  const take = takeReportMessage(onProgress);
  const stopped = () => new SheetFileError('reader-stopped');
  const ask = { file, fileName: file.name, ...about };
  return askWorker(reader, { ask, take, stopped, signal });
}
