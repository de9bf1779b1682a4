import type { VerificationActions } from '@/components/verification/verification-actions';
import { exportFileName } from '@/lib/core/verification/file-name';
import { copyText } from '@/lib/platform/page/clipboard';
import { saveText } from '@/lib/platform/page/save-file';
import { writeProof } from '@/lib/proof/proof-file';

/** What leaves the browser of a recording. */
export const recordingFiles: Pick<VerificationActions, 'saveFile' | 'saveProof' | 'copy'> = {
  saveFile(kind, text, startedAt, title) {
    const name = exportFileName(startedAt, kind, title);
    saveText(name, text, kind);
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
