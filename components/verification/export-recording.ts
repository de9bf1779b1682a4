import { exportCsv } from '@/lib/core/verification/export-csv';
import { exportHar } from '@/lib/core/verification/export-har';
import { exportJson } from '@/lib/core/verification/export-json';
import { exportSheets } from '@/lib/core/verification/export-sheets';
import type { JudgedRecording } from '@/lib/core/verification/recording';
import type { JudgedPage } from '@/lib/core/verification/unfired';
import { exportNotes, summaryNotes } from '@/lib/text/export/export-notes';
import { exportSheetsText } from '@/lib/text/export/export-sheets';
import { findingSentence, say } from '@/lib/text/findings';

import type { VerificationActions } from './verification-actions';

export type ExportKind = 'json' | 'csv' | 'har' | 'xlsx';

/** Offers a recording as a file of this kind, as it is by now. Gives the file's name. */
export async function exportRecording(
  kind: ExportKind,
  recording: JudgedRecording,
  page: JudgedPage | null,
  actions: Pick<VerificationActions, 'saveFile' | 'saveWorkbook' | 'now'>,
): Promise<string> {
  const { startedAt, name } = recording.verification;
  const at = actions.now();
  if (kind === 'xlsx') {
    const about = { say, words: exportSheetsText, at, notes: summaryNotes(recording), page };
    return actions.saveWorkbook(exportSheets(recording, about), startedAt, name);
  }
  const text = {
    json: () => exportJson(recording, say, at, page),
    csv: () => exportCsv(recording, findingSentence, exportNotes(recording)),
    har: () => exportHar(recording),
  }[kind]();
  return actions.saveFile(kind, text, startedAt, name);
}
