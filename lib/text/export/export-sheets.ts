import type { ExportWords } from '../../core/verification/export-words';
import { severityText } from '../findings';
import { prerenderedText } from '../verification/requests/prerendered';
import { timesText } from '../verification/verification-run';
import { visitText } from '../visits/visit-pages';
import { onPageText } from '../verification/on-page';
import { proofText } from './proof';
import { proofOnPageText } from './proof-on-page';
import { formatCount } from '../ui';
import { outcomeText, verdictText } from '../verification/verification';

/** Words of a verification as a workbook. */
export const exportSheetsText: ExportWords = {
  sheets: {
    summary: 'Summary',
    perPage: 'Per page',
    requests: 'Requests',
    findings: 'Findings',
    onPage: 'On the page',
  },
  columns: {
    tracker: 'Tracker',
    name: 'Name',
    verdict: 'Verdict',
    fired: 'Fired',
    expected: 'Expected',
    rehearsed: 'Rehearsed',
    findings: 'Findings',
    page: 'Page',
    pageAddress: 'Page address',
    began: 'Began (UTC)',
    time: 'Time (UTC)',
    frame: 'Frame',
    ended: 'Ended',
    status: 'Status',
    error: 'Error',
    type: 't',
    cachebuster: 'Cachebuster',
    parameters: 'Parameters',
    method: 'Method',
    loader: 'Loaded by',
    redirect: 'Redirect',
    cache: 'From cache',
    duration: 'Duration, ms',
    redirectsTo: 'Redirects to',
    address: 'Address',
    severity: 'Severity',
    finding: 'Finding',
    next: 'What to do',
    code: 'Code',
    where: 'Stands in',
    count: 'Count',
    visit: 'Visit',
    prerendered: 'Prerendered',
    noted: 'Note',
  },
  title: proofText.title,
  recorded: 'Recording began (UTC)',
  exported: 'Exported (UTC)',
  file: 'Read from the file',
  judgedOn: 'Judged on',
  onAll: proofText.onAll,
  noneExpected: 'No tracker was expected: what fired is on the sheet Requests.',
  note: 'Note',
  address: 'Page address',
  lookedAt: 'Looked at (UTC)',
  nobodyLooked: proofOnPageText.nobody,
  yes: 'yes',
  verification: 'Verification',
  personsNote: 'Written on it',
  times: timesText.option,
  prerendered: prerenderedText.as,
  visited: visitText,
  verdicts: verdictText,
  severities: severityText,
  ended: outcomeText,
  onPage: (page) => [onPageText.summary(page), ...onPageText.limits(page), onPageText.notSeen],
  cutNote: ' … cut here: a cell holds no more. The JSON export has all of it.',
  more: (kept) =>
    `There are more than these ${formatCount(kept)} rows. The JSON export has all of them.`,
};
