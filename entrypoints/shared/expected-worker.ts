import { z } from '@/lib/core/base/schema';
import { SheetFileError } from '@/lib/core/table/file-problem';
import type { ExpectedReading } from '@/lib/core/verification/expected-reading';
import { createExpectedReader } from '@/lib/core/verification/expected-rows';
import { readTableFile } from '@/lib/files/read-file';
import { answerPage, type Say, tellProgress } from '@/lib/platform/page/answer-page';

answerPage(
  self,
  z.object({ file: z.instanceof(Blob) }),
  async ({ file }, say: Say<ExpectedReading>) => {
    const reader = createExpectedReader();
    readTableFile(await file.arrayBuffer(), reader, tellProgress(say));
    say({ kind: 'taken', taken: reader.finish() });
  },
  (error) =>
    error instanceof SheetFileError ? { kind: 'refused' as const, problem: error.problem } : null,
);
