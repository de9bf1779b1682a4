import type { VerificationActions } from '@/components/verification/verification-actions';
import { exportFileName } from '@/lib/core/verification/file-name';
import { networkPanel } from '@/lib/platform/devtools/devtools';
import { copyText } from '@/lib/platform/page/clipboard';
import { saveFile, saveText } from '@/lib/platform/page/save-file';
import { keepLayout, readKeptLayout } from '@/lib/platform/storage/list-layout';
import { writeProof } from '@/lib/proof/proof-file';
import type { Connection } from '@/lib/store/database';

import { createPictureActions } from './picture-actions';

type Files = Pick<
  VerificationActions,
  'pictures' | 'list' | 'saveFile' | 'saveWorkbook' | 'saveProof' | 'copy'
>;

/** What leaves the browser of a recording, the screenshots that do with it, and how its list is kept. */
export function createRecordingFiles(database: Connection, tabId: number | null): Files {
  return {
    pictures: createPictureActions(database, tabId),
    list: { readLayout: readKeptLayout, keepLayout, showInNetwork: networkPanel() },
    saveFile(kind, text, startedAt, title) {
      const name = exportFileName(startedAt, kind, title);
      saveText(name, text, kind);
      return name;
    },
    async saveWorkbook(sheets, startedAt, title) {
      const { writeXlsx } = await import('@/lib/files/write-xlsx');
      const name = exportFileName(startedAt, 'xlsx', title);
      saveFile(name, await writeXlsx(sheets));
      return name;
    },
    async saveProof(parts, startedAt, title) {
      const { html, digest } = await writeProof(parts);
      const name = exportFileName(startedAt, 'html', title);
      saveText(name, html, 'html');
      return { name, digest };
    },
    copy: copyText,
  };
}
