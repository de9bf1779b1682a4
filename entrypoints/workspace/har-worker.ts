import { z } from '@/lib/core/base/schema';
import { readHarFile } from '@/lib/core/recording/har-file';
import { HarFileError } from '@/lib/core/recording/har-problem';
import { type HarReading, harReadingsOf } from '@/lib/core/recording/har-reading';
import { sha256 } from '@/lib/files/digest';
import { parseHar } from '@/lib/files/read-har';
import { answerPage, type Say } from '@/lib/platform/page/answer-page';

const STEPS = 4;

answerPage(
  self,
  z.object({ file: z.instanceof(Blob) }),
  async ({ file }, say: Say<HarReading>) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    say({ kind: 'progress', done: 1, total: STEPS });
    const digest = await sha256(bytes);
    say({ kind: 'progress', done: 2, total: STEPS });
    const value = parseHar(bytes);
    say({ kind: 'progress', done: 3, total: STEPS });
    const har = readHarFile(value);
    if (har === null) throw new HarFileError('not-har');
    for (const reading of harReadingsOf({ har, digest })) say(reading);
  },
  (error) =>
    error instanceof HarFileError ? { kind: 'refused' as const, problem: error.problem } : null,
);
