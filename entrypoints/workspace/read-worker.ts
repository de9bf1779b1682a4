import { z } from '@/lib/core/base/schema';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { ColumnMemorySchema } from '@/lib/core/tag-sheet/read/column-memory';
import { type Reading, readingsOf, refusalOf } from '@/lib/core/tag-sheet/read/reading';
import { createTagSheetReader } from '@/lib/core/tag-sheet/read/sheet-reader';
import { readTableFile } from '@/lib/files/read-file';
import { answerPage, type Say, tellProgress } from '@/lib/platform/page/answer-page';

answerPage(
  self,
  z.object({ file: z.instanceof(Blob), memory: ColumnMemorySchema }),
  async ({ file, memory }, say: Say<Reading>) => {
    const reader = createTagSheetReader(memory);
    readTableFile(await file.arrayBuffer(), reader, tellProgress(say));
    for (const reading of readingsOf(reader.finish())) say(reading);
  },
  (error) => (error instanceof SheetFileError ? refusalOf(error) : null),
);
