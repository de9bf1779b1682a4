import { z } from '@/lib/core/base/schema';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { TrackerColumnMemorySchema } from '@/lib/core/tracker-sheet/columns';
import { readingOf, type TrackerReading, trackerRefusalOf } from '@/lib/core/tracker-sheet/reading';
import { createTrackerSheetReader } from '@/lib/core/tracker-sheet/sheet-reader';
import { readTableFile } from '@/lib/files/read-file';
import { answerPage, type Say, tellProgress } from '@/lib/platform/page/answer-page';

answerPage(
  self,
  z.object({ file: z.instanceof(Blob), memory: TrackerColumnMemorySchema }),
  async ({ file, memory }, say: Say<TrackerReading>) => {
    const reader = createTrackerSheetReader(memory);
    readTableFile(await file.arrayBuffer(), reader, tellProgress(say));
    say(readingOf(reader.finish()));
  },
  (error) => (error instanceof SheetFileError ? trackerRefusalOf(error) : null),
);
