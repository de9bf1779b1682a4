import { z } from '@/lib/core/base/schema';
import type { SheetMessage } from '@/lib/core/report/reconcile/sheet-message';
import { createPlacementReader } from '@/lib/core/report/reconcile/sheet-placements';
import { SheetFileError } from '@/lib/core/table/file-problem';
import { readTableFile } from '@/lib/files/read-file';
import { answerPage, type Say, tellProgress } from '@/lib/platform/page/answer-page';
import { sheetWords } from '@/lib/text/sheets/sheet';

answerPage(
  self,
  z.object({
    file: z.instanceof(Blob),
    macros: z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(2000)),
  }),
  async ({ file, macros }, say: Say<SheetMessage>) => {
    const reader = createPlacementReader({ macros, everywhere: sheetWords.allPlacements });
    readTableFile(await file.arrayBuffer(), reader, tellProgress(say));
    say({ kind: 'read', reading: reader.finish() });
  },
  (error): SheetMessage | null =>
    error instanceof SheetFileError ? { kind: 'refused', problem: error.problem } : null,
);
