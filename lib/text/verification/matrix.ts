import { hasPage } from '../../core/recording/visit';
import type { MatrixCell, MatrixPage } from '../../core/verification/matrix';
import type { MatrixPlace } from '../../core/verification/matrix-table';
import { formatCount } from '../ui';
import { formatTime, verdictReason, verdictText, viewName } from './verification';
import { notSeenText, standText } from '../visits/visit-pages';

type NameOf = (trackerId: number) => string;

/** Words of the table of trackers and pages. */
export const matrixText = {
  show: 'By page',
  showWhy: 'Shows each expected tracker on each page, or the list again.',
  label: 'Expected trackers by page',
  tracker: 'Tracker',
  page: 'Page',
  visit: 'Visit',
  notExpected: 'Not expected',
  notKnown: 'Not known',
  numbered: (number: number) => `Page ${formatCount(number)}`,
  keys: 'Arrow keys go from cell to cell; Enter shows its requests.',
  columns: (what: keyof typeof COLUMNS, from: number, to: number, all: number) =>
    `${COLUMNS[what]} ${formatCount(from)} to ${formatCount(to)} of ${formatCount(all)}`,
  earlier: (what: keyof typeof COLUMNS) => `${COLUMNS[what]} before these`,
  later: (what: keyof typeof COLUMNS) => `${COLUMNS[what]} after these`,
};

const COLUMNS = { pages: 'Pages', trackers: 'Trackers' };

/** A row or a column, as its head names it. */
export function headName({ page, tracker }: MatrixPlace, nameOf: NameOf): string {
  if (tracker) return nameOf(tracker.id);
  return page ? pageName(page).replace(/^https:\/\//, '') : '';
}

/** The same, where there is room for all of it. */
export function headTitle({ page, tracker }: MatrixPlace, nameOf: NameOf): string {
  if (tracker) return `${nameOf(tracker.id)} (${tracker.id})`;
  if (!page?.view || page.listed) return page ? pageName(page) : '';
  return `${viewName(page.view)}, ${formatTime(page.view.startedAt)}`;
}

function pageName({ listed, view }: MatrixPage): string {
  return listed?.url ?? (view ? viewName(view) : '');
}

/** A tracker on a page, in a word or two. */
export function cellWord(cell: MatrixCell): string {
  if (typeof cell !== 'string') return verdictText[cell.verdict];
  return cell === 'not-visited' ? matrixText.notKnown : matrixText.notExpected;
}

/** The same where only a sign is seen, with what it is of. */
export function cellName({ page, tracker, cell }: MatrixPlace, nameOf: NameOf): string {
  if (!page || !tracker || cell === null) return '';
  const where = `${matrixText.numbered(page.number)}, ${pageName(page)}`;
  return `${nameOf(tracker.id)}, ${where}: ${cellWord(cell)}`;
}

/** Why a cell says what it says. */
export function cellReason(cell: MatrixCell, { listed, view }: MatrixPage): string {
  if (cell === 'not-expected') return matrixText.notExpected;
  const visit = view?.visit;
  if (listed && (cell === 'not-visited' || !visit)) return standText(listed.stand, listed.url);
  if (cell === 'not-visited') return matrixText.notKnown;
  return visit && hasPage(visit) && cell.verdict === 'not-seen'
    ? notSeenText(visit)
    : verdictReason(cell);
}

/** A place in sentences: the page, and what is said of the tracker there; of the page alone nothing is said twice. */
export function placeText(place: MatrixPlace, nameOf: NameOf): { page: string; said: string } {
  const { page, tracker, cell } = place;
  if (!page) return { page: '', said: '' };
  const of = tracker && cell !== null ? `${nameOf(tracker.id)}: ` : null;
  const why = cell === null ? '' : cellReason(cell, page);
  if (!page.listed) {
    const said = of === null || cell === null ? '' : `${of}${cellWord(cell)}. ${why}`;
    return { page: `${matrixText.numbered(page.number)}, ${pageName(page)}`, said };
  }
  const stand = `${standText(page.listed.stand, page.listed.url)}.`;
  const said = of === null || cell === 'not-visited' ? stand : `${stand} ${of}${why}`;
  return { page: pageName(page), said };
}
