import { z } from '@/lib/core/base/schema';
import { FillAskSchema, type Filling, fillingRefused } from '@/lib/core/table/filling';
import { planFill } from '@/lib/core/table/plan-fill';
import { createTagSheetReader } from '@/lib/core/tag-sheet/read/sheet-reader';
import { createTrackerSheetReader } from '@/lib/core/tracker-sheet/sheet-reader';
import { fillTableFile } from '@/lib/files/fill-file';
import { answerPage, type Say } from '@/lib/platform/page/answer-page';

const OrderSchema = z.object({
  file: z.instanceof(Blob),
  kind: z.enum(['tags', 'trackers']),
  ask: FillAskSchema,
});
const READERS = { tags: createTagSheetReader, trackers: createTrackerSheetReader };

answerPage(
  self,
  OrderSchema,
  async ({ file, kind, ask }, say: Say<Filling>) => {
    const { sheet, order } = ask;
    const { bytes, notes, plan } = fillTableFile(
      new Uint8Array(await file.arrayBuffer()),
      {
        sheet,
        headerRow: order.headerRow,
        score: READERS[kind]().score,
        plan: (target) => planFill(target, order),
      },
      () => say({ kind: 'going-on' }),
    );
    say({ kind: 'filled', bytes: bytes.buffer, notes: [...notes], placed: [...plan.placed] });
  },
  fillingRefused,
);
