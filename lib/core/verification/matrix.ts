import type { PageView } from '../recording/page-views';
import { hasPage } from '../recording/visit';
import { type PageStand, standOf } from './page-run';
import type { JudgedRecording } from './recording';
import { getOrAdd } from './tally';
import type { TrackerVerdict } from './verdict';
import { createExpectedOn, type Visited } from './visited';

/** A tracker on a page: its verdict, or why there is none. */
export type MatrixCell = TrackerVerdict | 'not-expected' | 'not-visited';

/** A page that trackers are expected on. */
export interface MatrixPage {
  /** In the order of the list, or else of the visits, from 1. */
  readonly number: number;
  /** Its address in the list, and where its visits stand; `null` where a person opened it. */
  readonly listed: { readonly url: string; readonly stand: PageStand } | null;
  /** `null` where it was not visited. */
  readonly view: PageView | null;
}

/** Expected trackers by pages. */
export interface Matrix {
  readonly trackerIds: readonly number[];
  readonly pages: readonly MatrixPage[];
  /** One for each tracker. A page is judged once it is asked for: there may be thousands. */
  readonly cellsOn: (page: MatrixPage) => readonly MatrixCell[];
}

type Judged = Pick<JudgedRecording, 'verification' | 'pageViews' | 'verdictsOn'>;

/** The matrix of a recording: of a run over pages those of its list, else those that were opened. */
export function matrixOf(judged: Judged): Matrix {
  const { visited, expectedIds } = judged.verification;
  const known = new Map<MatrixPage, readonly MatrixCell[]>();
  const judge = visited ? cellsOfList(judged, visited) : cellsOfView(judged);
  return {
    trackerIds: expectedIds,
    pages: visited ? pagesOfList(judged, visited) : pagesOfViews(judged),
    cellsOn: (page) => getOrAdd(known, page, () => judge(page)),
  };
}

function pagesOfViews({ pageViews }: Judged): readonly MatrixPage[] {
  return pageViews.map((view, at) => ({ number: at + 1, listed: null, view }));
}

function pagesOfList({ pageViews }: Judged, visited: Visited): readonly MatrixPage[] {
  const { pages } = standOf(visited, pageViews);
  return visited.pages.map(({ url }, at) => {
    const stand = pages[at] ?? { view: null, tries: 0, isOver: false };
    return { number: at + 1, listed: { url, stand }, view: stand.view };
  });
}

type CellsOn = Matrix['cellsOn'];

function cellsOfView({ verification: { expectedIds }, verdictsOn }: Judged): CellsOn {
  return ({ view }) => {
    const verdicts = view && byTracker(verdictsOn(view));
    return expectedIds.map((id) => verdicts?.get(id) ?? 'not-expected');
  };
}

// Of a page that did not come, nobody can say that a tracker did not fire.
function cellsOfList({ verification, verdictsOn }: Judged, visited: Visited): CellsOn {
  const { expectedIds } = verification;
  const expectedOn = createExpectedOn(visited, expectedIds);
  return ({ number, view }) => {
    const verdicts = view?.visit && hasPage(view.visit) ? byTracker(verdictsOn(view)) : null;
    const expected = new Set(expectedOn(number - 1));
    return expectedIds.map((id) =>
      expected.has(id) ? (verdicts?.get(id) ?? 'not-visited') : 'not-expected',
    );
  };
}

function byTracker(verdicts: readonly TrackerVerdict[]): ReadonlyMap<number, TrackerVerdict> {
  return new Map(verdicts.map((verdict) => [verdict.trackerId, verdict]));
}

/** What a recording adds up to: of a run over pages the verdicts on each page, else one on each expected tracker. */
export function verdictsToCount(judged: JudgedRecording): readonly TrackerVerdict[] {
  if (!judged.verification.visited) return judged.verdicts;
  const { pages, cellsOn } = matrixOf(judged);
  return pages.flatMap((page) =>
    cellsOn(page).flatMap((cell) => (typeof cell === 'string' ? [] : cell)),
  );
}

/** Whether a person should look at a page of a list: it is over, and not all that is expected there passed. */
export function needsLook({ listed, view }: MatrixPage, cells: readonly MatrixCell[]): boolean {
  if (!listed?.stand.isOver || !view?.visit) return false;
  if (view.visit.end !== 'quiet' && view.visit.end !== 'busy') return true;
  return cells.some(
    (cell) => cell !== 'not-expected' && (typeof cell === 'string' || cell.verdict !== 'pass'),
  );
}
