import {
  type ReportColumnMemory,
  ReportColumnMemorySchema,
} from '../../core/report/third-party/columns';
import { createKept } from './kept';

const kept = createKept<ReportColumnMemory>(
  'reportColumns',
  (stored) => ReportColumnMemorySchema.safeParse(stored).data ?? [],
);

/** Which columns of ad servers' reports were chosen by hand; what cannot be read is as if nothing had been. */
export const readReportColumns = kept.read;
export const changeReportColumns = kept.change;
