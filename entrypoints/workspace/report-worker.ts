import { z } from '@/lib/core/base/schema';
import { DateOrderSchema, ReportColumnMemorySchema } from '@/lib/core/report/third-party/columns';
import { messageOfFailure, type ReportMessage } from '@/lib/core/report/third-party/message';
import { readThirdParty } from '@/lib/core/report/third-party/read-report';
import { createReportSheetReader } from '@/lib/core/report/third-party/sheet-reader';
import { readTableFile } from '@/lib/files/read-file';
import { answerPage, type Say, tellProgress } from '@/lib/platform/page/answer-page';

answerPage(
  self,
  z.object({
    file: z.instanceof(Blob),
    fileName: z.string(),
    memory: ReportColumnMemorySchema,
    dateOrder: z.nullable(DateOrderSchema),
    today: z.string(),
  }),
  async ({ file, memory, ...about }, say: Say<ReportMessage>) => {
    const reader = createReportSheetReader(memory);
    readTableFile(await file.arrayBuffer(), reader, tellProgress(say));
    say(readThirdParty(reader.finish(), about));
  },
  messageOfFailure,
);
