import type { Loader, PixelRequest } from '../../core/recording/pixel-request';
import { ownValue } from '../../core/base/own-value';
import type { PageView } from '../../core/recording/page-views';
import { type TrackerVerdict, type Verdict, VERDICTS } from '../../core/verification/verdict';
import type { Verification } from '../../core/verification/verification';
import { findingSentence } from '../findings';
import { firedText, rehearsedTimes } from './rehearsal';
import { notKeptText } from '../not-kept';
import { formatCount, plural } from '../ui';

/** Words of the DevTools panel. */
export const verificationText = {
  title: 'Impression trackers',
  loading: 'Reading the recording…',
  recordingSince: (at: number) => `Recording since ${formatTime(at)}`,
  savedFrom: ({ startedAt, file }: Verification) =>
    `Recorded from ${formatDay(file?.recordedAt ?? startedAt)}`,
  count: (shown: number, total: number) =>
    shown === total
      ? plural(total, 'request', 'requests')
      : `${formatCount(shown)} of ${plural(total, 'request', 'requests')}`,
  withFindings: (count: number) => `${formatCount(count)} with findings`,
  showFindings: 'Shows only the requests with findings, or all again.',
  unreadableRecordings: (count: number) =>
    `${plural(count, 'recording', 'recordings')} cannot be read by this version and ${count === 1 ? 'is' : 'are'} not offered. ${count === 1 ? 'It is' : 'They are'} kept: update Piggyback and open this again.`,
  unreadableRequests: (count: number) =>
    `${plural(count, 'row', 'rows')} of this recording cannot be read by this version and ${count === 1 ? 'is' : 'are'} not listed. ${count === 1 ? 'It is' : 'They are'} kept: update Piggyback and open this again.`,
  checkAgain: 'Check again',
  checkAgainWhy: 'Looks through the browser’s network log for requests that were not reported.',
  checking: 'Checking…',
  clear: 'Clear',
  clearWhy: 'Deletes the requests recorded until now. Expected trackers stay.',
  exportJson: 'Export JSON',
  exportCsv: 'Export CSV',
  exportXlsx: 'Export XLSX',
  exportHar: 'Export HAR',
  exported: (name: string) => `Saved ${name}.`,
  filter: 'Filter requests',
  filterPlaceholder: 'Filter requests',
  recording: 'Recording',
  recordingOption: ({ name, startedAt, file }: Verification, current: boolean) =>
    [
      name ?? file?.name,
      ...(file ? [] : [current ? `This page, ${formatTime(startedAt)}` : formatDay(startedAt)]),
    ]
      .filter((one) => one !== undefined)
      .join(', '),
  notRecorded: (gaps: readonly { from: number; to: number }[]) =>
    `Not recorded, since DevTools was closed: ${gaps
      .map(({ from, to }) => `${formatTime(from)} to ${formatTime(to)}`)
      .join(', ')}.`,
  notRecordedNext: 'Reload the page to see everything it fires.',
  afterGap: 'Before this request, DevTools was closed for a while.',
  trackersNotLoaded:
    'No trackers are loaded yet, so names are not shown and ids could not be checked.',
  trackersNotLoadedNext: 'Open Piggyback from the toolbar, sign in and choose the advertiser.',
  lookUp: 'Look up in Monetize',
  lookedUp: (found: number, absent: number) =>
    [
      found > 0 && `${found} ${found === 1 ? 'tracker' : 'trackers'} found in Monetize.`,
      absent > 0 &&
        `Of ${absent} ${absent === 1 ? 'id' : 'ids'} Monetize shows this sign-in no tracker.`,
      found + absent === 0 && 'Monetize did not say whether there are such trackers.',
    ]
      .filter(Boolean)
      .join(' '),
  openedAfterLoad: 'The page was loaded before recording began.',
  openedAfterLoadNext: 'What it fired until then is not known. Reload it to see everything.',
  firstPageUnsure: 'Firefox may not have reported every request of this page.',
  firstPageUnsureNext:
    'It is the first one loaded since DevTools opened. Reload it to be sure of what it fires.',
  reload: 'Reload the page',
  empty: 'Nothing recorded yet',
  emptyLive:
    'No impression tracker has fired since recording began. Load the page that shows the ' +
    'creative and scroll to it: many ads load only when they come into view.',
  emptySaved: 'No impression tracker fired in this recording.',
  emptyNoRecording:
    'Open DevTools on the page that shows the creative. Recording begins by itself, also before ' +
    'this panel is opened.',
  noMatch: 'No request matches the filter',
  noMatchNext: 'It leaves out all that were recorded.',
  expected: 'Expected',
  expectedTracker: 'Expected tracker',
  expectedPlaceholder: 'Add by name, id or several ids',
  expectedNone:
    'Add the trackers that should fire here. Each then shows whether it did, and how well.',
  expectSeen: (count: number) =>
    count === 1 ? 'Expect the tracker seen' : `Expect the ${formatCount(count)} trackers seen`,
  expectThese: (count: number) => `Expect all ${formatCount(count)}`,
  expectUnknown: 'not among the loaded ones',
  expectThis: 'Expect this tracker',
  stopExpecting: (name: string) => `Stop expecting ${name}`,
  showRequests: (name: string) => `Show the requests of ${name}`,
  judgedOn: 'Judged on',
  latestPage: 'Latest page view',
  allPages: 'All page views',
  pageOption: (view: PageView) => `${formatTime(view.startedAt)} ${viewName(view)}`,
  addressNotKnown: 'Address not known',
  summary: (verdicts: readonly TrackerVerdict[]) => summaryOf(verdicts),
  trackerId: (id: number) => `Tracker ${id}`,
  noId: 'No id',
  unnamed: 'Name not known',
  requests: 'Pixel requests',
  columns: {
    time: 'Time',
    id: 'Id',
    tracker: 'Tracker',
    type: 'Type',
    parameters: 'Parameters',
    status: 'Status',
    frame: 'Frame',
    findings: 'Findings',
  },
  redirectHop: 'Redirect',
  more: (count: number) => `and ${formatCount(count)} more`,
  top: 'Page',
  frameOn: (frame: string, page: string) => `${frame} on ${page}`,
  notKnown: 'Not known',
  details: 'Request details',
  closeDetails: 'Close the details',
  noFindings: 'No findings: the request reached the server as it should.',
  parameters: 'Parameters',
  request: 'Request',
  page: 'Page',
  loadedBy: 'Loaded by',
  method: 'Method',
  duration: 'Duration',
  milliseconds: (value: number) => `${formatCount(Math.round(value))} ms`,
  address: 'URL',
  redirectsTo: 'Redirects to',
  why: 'Why it matters:',
  next: 'What to do:',
};

export const verdictText: Record<Verdict, string> = {
  pass: 'Pass',
  warning: 'Warning',
  fail: 'Fail',
  'not-seen': 'Not seen',
  'not-known': 'Not known',
  rehearsed: 'Rehearsed',
};

export const loaderText: Record<Loader, string> = {
  image: 'Image',
  script: 'Script',
  ping: 'Beacon',
  fetch: 'Fetch',
  document: 'Frame',
  other: 'Other',
};

const OUTCOMES: Record<Exclude<PixelRequest['outcome'], 'answered'>, string> = {
  'from-cache': 'From cache',
  withheld: 'Answer withheld',
  'blocked-by-page': 'Blocked by page',
  'blocked-by-extension': 'Blocked by extension',
  'blocked-by-browser': 'Blocked by browser',
  aborted: 'Sent, outcome unknown',
  'bounce-failed': 'Bounce failed',
  'network-error': 'Failed',
  unknown: 'Failed or blocked',
  pending: 'No answer yet',
  tried: 'Tried: not sent',
  rehearsed: 'Rehearsed: not counted',
};

/** How a request ended, in a few words or as its HTTP status. */
export function statusText({ outcome, status }: PixelRequest): string {
  return outcome === 'answered' ? String(status) : OUTCOMES[outcome];
}

/** The same of what was read from a file, whose outcome may be any text. */
export function outcomeText(outcome: string, status: number): string {
  if (outcome === 'answered') return String(status);
  return ownValue(OUTCOMES, outcome) ?? outcome;
}

/** What `t` says the answer is. */
export function typeText(t: string | null): string {
  if (t === '1') return 'JavaScript';
  if (t === '2') return 'Image';
  return t ? `t=${t}` : 'None';
}

/** Why a verdict is what it is, in one sentence. */
export function verdictReason(item: TrackerVerdict): string {
  const { verdict, findings, fired, rehearsed = 0, elsewhere } = item;
  if (verdict === 'not-seen') {
    return elsewhere === 0
      ? 'No request with its id was recorded.'
      : `Not on this page view; ${plural(elsewhere, 'request', 'requests')} on others.`;
  }
  if (verdict === 'not-known') return notKeptText.reason(firedText(fired, rehearsed), item);
  const [first, ...others] = findings;
  if (!first) return firedText(fired, rehearsed);
  const more = others.length > 0 ? ` (${verificationText.more(others.length)})` : '';
  const notCounted = rehearsed > 0 ? ` ${rehearsedTimes(rehearsed)}` : '';
  return findingSentence(first) + more + notCounted;
}

/** A verdict as it is announced. */
export function verdictAnnouncement(name: string, item: TrackerVerdict): string {
  return `${name}: ${verdictText[item.verdict]}. ${verdictReason(item)}`;
}

/** The time of day with milliseconds, in the person's own zone. */
export function formatTime(at: number, milliseconds = false): string {
  return new Date(at).toLocaleTimeString('en', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    ...(milliseconds && { fractionalSecondDigits: 3 }),
  });
}

/** A page as it is told from others: host, path and parameters, and the route where one stands behind `#`. */
function pageName(url: string): string {
  const [, path = '', query = '', route = ''] =
    /^(?:\w+:\/\/)?([^?#]*)(\?[^#]*)?(#[/!].*)?/s.exec(url) ?? [];
  return path.replace(/\/$/, '') + query + route;
}

/** A page view as it is told from others; by its title, where a file does not tell its address. */
export function viewName({ url, title }: Pick<PageView, 'url' | 'title'>): string {
  return url === '' ? (title ?? verificationText.addressNotKnown) : pageName(url);
}

/** A URL without its scheme and query, to tell frames at a glance. */
export function shortUrl(url: string): string {
  return url.replace(/^\w+:\/\/([^?#]*).*$/s, '$1').replace(/\/$/, '');
}

/** A day and the time of day, in the person’s own zone. */
export function formatDay(at: number): string {
  const day = new Date(at).toLocaleDateString('en', { month: 'short', day: 'numeric' });
  return `${day}, ${formatTime(at)}`;
}

function summaryOf(verdicts: readonly TrackerVerdict[]): string {
  return VERDICTS.map((kind) => ({
    kind,
    count: verdicts.filter((item) => item.verdict === kind).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${formatCount(count)} ${verdictText[kind].toLowerCase()}`)
    .join(', ');
}
