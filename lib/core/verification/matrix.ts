import type { PageView } from '../recording/page-views';
import { hasPage } from '../recording/visit';
import { type PageStand, standOf } from './page-run';
import type { JudgedRecording } from './recording';
import type { TrackerVerdict } from './verdict';
import { createExpectedOn } from './visited';

/** A tracker on a page: its verdict, or why there is none. */
export type MatrixCell = TrackerVerdict | 'not-expected' | 'not-visited';

/** A page of the list. */
export interface MatrixRow {
  readonly url: string;
  readonly stand: PageStand;
  /** One for each column. */
  readonly cells: readonly MatrixCell[];
}

/** Expected trackers by pages. */
export interface Matrix {
  readonly trackerIds: readonly number[];
  /** In the order of the list. */
  readonly rows: readonly MatrixRow[];
}

/** The matrix of a run over pages; `null` where a recording is none. */
export function matrixOf({
  verification: { visited, expectedIds },
  pageViews,
  verdictsOn,
}: Pick<JudgedRecording, 'verification' | 'pageViews' | 'verdictsOn'>): Matrix | null {
  if (!visited) return null;
  const { pages } = standOf(visited, pageViews);
  const expectedOn = createExpectedOn(visited, expectedIds);
  return {
    trackerIds: expectedIds,
    rows: visited.pages.map(({ url }, index) => {
      const stand = pages[index] ?? { view: null, tries: 0, isOver: false };
      const verdicts = verdictsOf(stand, verdictsOn);
      const expected = new Set(expectedOn(index));
      const cells = expectedIds.map((id): MatrixCell => {
        if (!expected.has(id)) return 'not-expected';
        return verdicts?.get(id) ?? 'not-visited';
      });
      return { url, stand, cells };
    }),
  };
}

/** What a recording adds up to: of a run over pages the verdicts on each page, else one on each expected tracker. */
export function verdictsToCount(judged: JudgedRecording): readonly TrackerVerdict[] {
  const matrix = matrixOf(judged);
  if (!matrix) return judged.verdicts;
  return matrix.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (typeof cell === 'string' ? [] : cell)),
  );
}

// Of a page that did not come, nobody can say that a tracker did not fire.
function verdictsOf(
  { view }: PageStand,
  verdictsOn: (view: PageView) => readonly TrackerVerdict[],
): ReadonlyMap<number, TrackerVerdict> | null {
  if (!view?.visit || !hasPage(view.visit)) return null;
  return new Map(verdictsOn(view).map((verdict) => [verdict.trackerId, verdict]));
}
