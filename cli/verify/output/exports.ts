import type { ProofPictures } from '@/lib/core/verification/pictures';
import { exportCsv } from '@/lib/core/verification/export-csv';
import { exportHar } from '@/lib/core/verification/export-har';
import { exportJson } from '@/lib/core/verification/export-json';
import { exportSheets } from '@/lib/core/verification/export-sheets';
import type { JudgedRecording } from '@/lib/core/verification/recording';
import { writeXlsx } from '@/lib/files/write-xlsx';
import { writeProof } from '@/lib/proof/proof-file';
import { exportNotes, summaryNotes } from '@/lib/text/export/export-notes';
import { exportSheetsText } from '@/lib/text/export/export-sheets';
import { findingSentence, say } from '@/lib/text/findings';

/** A recording in every format that the extension exports; `at` is when, in milliseconds since 1970. */
export async function exportsOf(
  judged: JudgedRecording,
  { told, images }: ProofPictures,
  at = Date.now(),
) {
  const har = exportHar(judged);
  const proof = await writeProof({
    results: exportJson(judged, say, at, null, told),
    har,
    pictures: images,
  });
  const notes = summaryNotes(judged);
  const workbook = await writeXlsx(
    exportSheets(judged, { say, words: exportSheetsText, at, notes, page: null }),
  );
  return {
    files: {
      'results.json': exportJson(judged, say, at),
      'results.csv': exportCsv(judged, findingSentence, exportNotes(judged)),
      'results.xlsx': new Uint8Array(await workbook.arrayBuffer()),
      'results.har': har,
      'proof.html': proof.html,
    },
    /** Of the manifest, to be sent by another way. */
    proofSha256: proof.digest,
  };
}
