import type { FileProblem } from '../../core/table/file-problem';
import { isSameDocument } from '../../core/recording/page-views';
import { hasPage, type Visit, type VisitEnd } from '../../core/recording/visit';
import type { PageList, RefusedLine } from '../../core/verification/page-list';
import { MAX_PAGES } from '../../core/verification/page-list';
import type { PageStand, RunCounts, RunStand } from '../../core/verification/page-run';
import { type Pause, VISIT_SECONDS, type Visited } from '../../core/verification/visited';
import { formatCount, plural } from '../ui';

/** Words of runs over the pages of a list. */
export const visitPagesText = {
  title: 'Visit pages',
  open: 'Visit the pages of a list',
  back: 'All verifications',
  lead: 'Each page of a list is loaded once, one after the other, and what it fires is recorded and judged.',
  pages: 'Pages',
  pagesHint:
    'An address in each line, or a sheet with a column called “url”, and perhaps “expect” with the ids that are expected on that very page.',
  choose: 'Choose a list',
  chooseHint: 'Or drop one here: CSV, XLSX or text. Nothing is uploaded.',
  reading: 'Reading the list…',
  fromFile: (name: string) => `From the file ${name}`,
  leaveFile: 'Leave the file',
  expected: 'Expected trackers',
  expectedHint:
    'Ids, divided as you like. They are expected on each page that names none of its own.',
  expectedWrong: 'Only ids can be read here: whole numbers above 0.',
  seconds: 'Seconds for a page, at most',
  secondsHint: `From ${VISIT_SECONDS.least} to ${VISIT_SECONDS.most}. A page is left two seconds after it came to rest.`,
  secondsWrong: `Give a whole number from ${VISIT_SECONDS.least} to ${VISIT_SECONDS.most}.`,
  happens: 'What will happen',
  billed:
    'Each visit fires the real pixels of its page: Monetize counts and bills them, as when you open the page yourself.',
  again:
    'A visit that is cut off, by a closed window or browser, is made again when you go on: its pixels fire and are billed twice, and its page says that it was visited again.',
  window:
    'Pages are shown in a window of their own, in front, and scrolled down. Leave it in sight: what another window covers is hidden to the page, and ads that wait to be seen are not loaded. Which pages were hidden is said.',
  access:
    'Your browser asks for access to all sites: requests are told only where both the pixel’s site and the page’s are allowed, and which sites the frames of a page are from is not known before.',
  cookies: 'Pages see the cookies of this browser, as they do when you visit them.',
  files: 'Where a page is a file, the browser downloads it.',
  start: 'Start',
  starting: 'Starting…',
  refused:
    'The browser did not give access to all sites, so that nothing was visited. Press Start again and allow it; where a policy forbids it, ask who manages this browser, or visit the pages on the command line.',
  nothingYet: 'Add a page first.',
  mark: 'Visited',
  listOf: (count: number) => `List of ${plural(count, 'page', 'pages')}`,

  pause: 'Pause',
  goOn: 'Go on',
  stop: 'Stop',
  progress: 'Pages visited',
  pausing: 'Pauses once this page is visited.',
  requestsOf: (tracker: string, page: string) => `Requests of ${tracker} on ${page}`,
  allRequests: 'Show all requests',

  matrix: 'Expected trackers by page',
  page: 'Page',
  onlyLook: 'Only pages that need a look',
  noneToLook: 'No page needs a look.',
  nothingExpected: 'No tracker is expected: pages are listed with how their visits ended.',
  columns: (from: number, to: number, all: number) =>
    `Trackers ${formatCount(from)} to ${formatCount(to)} of ${formatCount(all)}`,
  earlier: 'Trackers before these',
  later: 'Trackers after these',
  keys: 'Arrow keys go from cell to cell; Enter shows its requests.',
  visit: 'Visit',
  notExpected: 'Not expected',
  notVisited: 'Not visited',
  notKnown: 'Not known',
} as const;

/** What was read of a list, in a sentence. */
export function listText({ pages, refusedCount, isTooLong, isUntitled }: PageList): string {
  if (isUntitled) return 'Its first sheet has no column called “url”.';
  const own = pages.filter(({ ownIds }) => ownIds.length > 0).length;
  return [
    `${plural(pages.length, 'page', 'pages')}.`,
    own > 0 &&
      `${formatCount(own)} ${own === 1 ? 'names' : 'name'} trackers of ${own === 1 ? 'its' : 'their'} own.`,
    refusedCount > 0 &&
      `${plural(refusedCount, 'line', 'lines')} could not be read and ${refusedCount === 1 ? 'is' : 'are'} left out:`,
    isTooLong &&
      `It has more than ${formatCount(MAX_PAGES)}, which is as many as one run takes: split it.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const MAX_SHOWN = 120;

/** A line that is left out, and why. */
export function refusedText({ line, what, text }: RefusedLine): string {
  const shown = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
  const why = what === 'id' ? 'no tracker’s id' : 'no address that begins with https:// or http://';
  return `Line ${formatCount(line)}: “${shown}” is ${why}.`;
}

/** Why a file is no list. */
export const listProblemText: Record<FileProblem, string> = {
  unreadable: 'It is neither text nor a sheet that can be read. Save it as CSV or XLSX.',
  damaged: 'It is damaged or cut off. Save it once more.',
  'old-format': 'It is a workbook of before 2007, or has a password. Save it as XLSX, without one.',
  'no-header': 'It has no column called “url”.',
  'too-large': 'It is too large. Split it.',
  'too-much': 'It has too many cells. Save the column with the addresses alone.',
  'cell-too-long': 'A cell of it is too long. Save the column with the addresses alone.',
  'reader-stopped':
    'Reading it took too long, and was stopped. Save the column with the addresses alone.',
};

/** How long a run takes at most, and about at least, in words. */
export function durationText(pages: number, limitSeconds: number): string {
  return `${plural(pages, 'page', 'pages')}: about ${timeText(pages * USUAL_SECONDS)} where they come to rest soon, ${timeText(pages * (limitSeconds + 2))} at most.`;
}

const USUAL_SECONDS = 6;

function timeText(seconds: number): string {
  if (seconds < 90) return plural(seconds, 'second', 'seconds');
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return plural(minutes, 'minute', 'minutes');
  return plural(Math.round(minutes / 60), 'hour', 'hours');
}

/** How a visit ended. */
const END_TEXT: Record<VisitEnd, string> = {
  quiet: 'Visited',
  busy: 'Visited; it never came to rest',
  loading: 'Not loaded within the time; what fired until then is here',
  silent: 'It did not answer: a dialog may stand open, or it is too busy',
  unanswered: 'Its server did not answer within the time',
  failed: 'It could not be loaded',
  download: 'A file came in its place',
  empty: 'The server answered without a page',
  crashed: 'It crashed; what fired until then is here',
  cut: 'The visit was cut off',
};

/** How a visit ended, with what the browser and the server said. */
export function visitText({
  end,
  detail,
  status,
  sight,
}: Pick<Visit, 'end' | 'detail' | 'status' | 'sight'>): string {
  if (end === null) return 'Under way';
  return [
    detail ? `${END_TEXT[end]} (${detail})` : END_TEXT[end],
    status >= 400 && `the server answered ${status}`,
    sight === 'hidden' && 'out of sight for a while at least',
    sight === null && isShown(end) && 'whether it was in sight is not known',
  ]
    .filter(Boolean)
    .join('; ');
}

const isShown = (end: VisitEnd) => ['quiet', 'busy', 'loading'].includes(end);

/** Where a page of the list stands; said, too, where its address led elsewhere. */
export function standText({ view, tries, isOver }: PageStand, asked: string): string {
  if (!view?.visit) return visitPagesText.notVisited;
  const { visit, url } = view;
  return [
    visitText(visit),
    hasPage(visit) && !isSameDocument(url, asked) && `its address led to ${url}`,
    tries > 1 && `visited ${tries} times, since a visit was cut off`,
    visit.end === 'cut' && !isOver && 'it is visited again',
  ]
    .filter(Boolean)
    .join('; ');
}

/** What is said of a tracker that was not seen on a page that was not in sight. */
export function notSeenText({ sight }: Visit): string {
  if (sight === 'hidden') {
    return 'Not seen, on a page that was out of sight for a while: an ad that waits to be seen may not have been loaded.';
  }
  return sight === null
    ? 'Not seen. Whether the page was in sight is not known.'
    : 'Not seen, on a page that was in sight.';
}

const PAUSE_TEXT: Record<Pause, string> = {
  asked: 'Paused.',
  'window-closed': 'Paused: its window was closed. The page that was there is visited again.',
  'browser-ended': 'Paused: the browser was closed. The page that was there is visited again.',
  'not-allowed':
    'Paused: access to all sites is missing. Go on asks for it; where a policy forbids it, ask who manages this browser.',
  failed: 'Paused: something went wrong. Go on tries it again.',
};

/** Where a run stands, in a sentence. */
export function runText({ state, pause, detail, pages }: Visited, { counts }: RunStand): string {
  const of = `${formatCount(counts.over)} of ${plural(pages.length, 'page', 'pages')} visited.`;
  if (state === 'going') return of;
  if (state === 'stopped') return `Stopped. ${of}`;
  if (state === 'done') return `The run is over: ${of}`;
  return [pause && PAUSE_TEXT[pause], detail && `(${detail})`, of].filter(Boolean).join(' ');
}

/** What a run does not tell, in a sentence each; empty where it tells all. */
export function notToldText(counts: RunCounts): readonly string[] {
  const { pages, over, notSeen, hidden, sightUnknown, again } = counts;
  const left = pages - over;
  return [
    left > 0 &&
      `${plural(left, 'page', 'pages')} of the list ${was(left)} not visited: what fires there is not known.`,
    notSeen > 0 &&
      `${plural(notSeen, 'page', 'pages')} did not come: what fires there is not known.`,
    hidden > 0 &&
      `${plural(hidden, 'page', 'pages')} ${was(hidden)} out of sight for a while: ads that wait to be seen may not have been loaded.`,
    sightUnknown > 0 &&
      `Of ${plural(sightUnknown, 'page', 'pages')} it is not known whether ${sightUnknown === 1 ? 'it was' : 'they were'} in sight.`,
    again > 0 &&
      `${plural(again, 'page', 'pages')} ${was(again)} visited more than once, since a visit was cut off: the pixels there fired each time.`,
  ].filter((one) => one !== false);
}

function was(count: number): string {
  return count === 1 ? 'was' : 'were';
}
