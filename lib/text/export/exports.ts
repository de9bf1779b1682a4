import { proofPanelText } from './proof';
import { verificationText } from '../verification/verification';

/** Words of the buttons that save a recording as a file. */
export const exportsText = {
  group: 'Export',
  of: {
    proof: { name: proofPanelText.export, why: proofPanelText.exportWhy },
    json: {
      name: verificationText.exportJson,
      why: 'All that was recorded and judged, for a colleague or a tool.',
    },
    csv: {
      name: verificationText.exportCsv,
      why: 'A row for each request, and for each expected tracker that was not seen.',
    },
    xlsx: {
      name: verificationText.exportXlsx,
      why: 'A workbook: a summary, the pages, each request, each finding.',
    },
    har: {
      name: verificationText.exportHar,
      why: 'The requests, for tools that read network logs.',
    },
  },
} as const;
