import { z } from '@/lib/core/base/schema';
import { SheetFileError } from '@/lib/core/table/file-problem';
import type { ListReading } from '@/lib/core/verification/list-reading';
import { MAX_PAGE_ROWS, PAGE_TITLES, readPageList } from '@/lib/core/verification/page-list';
import { browserAddress, readListFile } from '@/lib/files/read-list';
import { answerPage, type Say } from '@/lib/platform/page/answer-page';

answerPage(
  self,
  z.object({ file: z.instanceof(Blob) }),
  async ({ file }, say: Say<ListReading>) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { pages, refused, ...list } = readPageList(
      readListFile(bytes, PAGE_TITLES, MAX_PAGE_ROWS),
      browserAddress,
    );
    const copied = pages.map(({ url, ownIds }) => ({ url, ownIds: [...ownIds] }));
    say({ kind: 'list', list: { ...list, pages: copied, refused: [...refused] } });
  },
  (error) =>
    error instanceof SheetFileError ? { kind: 'refused' as const, problem: error.problem } : null,
);
