import type { Severity } from '../../../core/base/finding';
import type { ListColumn } from '../../../core/verification/list-layout';
import { severityText } from '../../findings';
import { formatCount } from '../../ui';
import { verificationText } from '../verification';

/** Words of the list of requests: its columns, its filters, and how it is held still. */
export const requestListText = {
  sortBy: (column: string) => `Sorts by ${column}: upwards, downwards, as requests came.`,
  detailsSize: 'Size of the details',
  detailsSizeWhy: 'Drag, or press the arrow keys; Enter gives the usual size.',
  searching: 'Searching…',
  verdict: 'Only of this verdict',
  anyVerdict: 'Verdict',
  tracker: 'Only of this tracker',
  anyTracker: 'Tracker',
  noTracker: 'No id',
  page: 'Only on this page view',
  anyPage: 'Page',
  frame: 'Only in this frame',
  anyFrame: 'Frame',
  others: 'Others: search for them',
  showAll: 'Show all requests',
  pause: 'Pause',
  pauseWhy: 'Keeps the list as it is. What fires meanwhile is recorded all the same.',
  goOn: 'Go on',
  goOnWhy: 'Shows what was recorded meanwhile.',
  waiting: (count: number) =>
    count === 0 ? 'Paused' : `Paused, ${formatCount(count)} ${count === 1 ? 'waits' : 'wait'}`,
  findings: (severity: Severity, count: number) =>
    count === 1
      ? `${severityText[severity]}: `
      : `${formatCount(count)} findings, the gravest: ${severityText[severity]}: `,
  newFindings: (count: number, sentence: string) =>
    count === 1
      ? `A new request with findings. ${sentence}`
      : `${formatCount(count)} new requests with findings. The last: ${sentence}`,
};

/** The heads of the columns. */
export const columnText: Record<ListColumn, string> = {
  ...verificationText.columns,
  page: 'Page view',
  cachebuster: 'Cachebuster',
  redirect: 'Redirect',
  duration: 'Duration',
};
