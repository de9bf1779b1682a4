import { standOf } from '../../core/verification/page-run';
import { over, type Pause, paused, type Visited } from '../../core/verification/visited';
import type { PageView } from '../../core/recording/page-views';
import type { Database } from '../../store/database';
import {
  addPageView,
  changeVerification,
  loadPageViews,
  readVerification,
} from '../../store/verifications';
import { visitPage, type VisitParts } from './visit-page';

export interface RunParts extends VisitParts {
  /** Takes the recording of a tab, so that nobody else records its visit, too; `null` where somebody does. */
  readonly holdTab: (tabId: number) => Promise<{ release: () => void } | null>;
  /** Names the run of the browser. */
  readonly browserRun: () => Promise<string | null>;
}

/** Changes how a run over pages stands; nothing where it is gone. */
export async function changeVisited(
  db: Database,
  id: string,
  change: (visited: Visited) => Visited,
): Promise<void> {
  await changeVerification(db, id, (verification) =>
    verification.visited
      ? { ...verification, visited: change(verification.visited) }
      : verification,
  );
}

/**
 * Visits the pages of a list that were not visited yet, one after the other, until none is left, or somebody has it
 * wait. Whatever comes in its way is kept as a reason to wait. Fails only where the disk does.
 */
export async function runVisits(parts: RunParts, id: string): Promise<void> {
  const { db, visitor, signal } = parts;
  const wait = (why: Pause, detail: string | null = null) =>
    changeVisited(db, id, (visited) => paused(visited, why, detail));
  const views = await endOpenViews(parts, id);
  const begun = (await readVerification(db, id))?.visited;
  if (begun?.state !== 'going') return;
  if (begun.browserRun !== (await parts.browserRun())) return wait('browser-ended');
  if (!(await visitor.isAllowed())) return wait('not-allowed');
  let release = () => {};
  try {
    const why = await visitAll(views);
    if (why !== null) await wait(why);
  } catch (error) {
    await wait(signal.aborted ? 'asked' : 'failed', String(error));
  } finally {
    await visitor.closeWindow();
    release();
  }

  async function taken(tabId: number | null): Promise<number | null> {
    const before = release;
    const lock = tabId === null ? null : await parts.holdTab(tabId);
    release = lock?.release ?? (() => {});
    before();
    return tabId;
  }

  /** Gives why it waits; `null` where it is over, or somebody has said so already. */
  async function visitAll(known: readonly PageView[]): Promise<Pause | null> {
    const all = [...known];
    let tabId = await taken(await visitor.openWindow());
    for (;;) {
      const visited = (await readVerification(db, id))?.visited;
      if (visited?.state !== 'going') return null;
      const { next } = standOf(visited, all);
      const url = visited.pages[next ?? -1]?.url;
      if (next === null || url === undefined) {
        await changeVisited(db, id, (one) => over(one, 'done'));
        return null;
      }
      if (signal.aborted) return 'asked';
      if (!(await visitor.isAllowed())) return 'not-allowed';
      if (tabId === null) return 'window-closed';
      const limitMs = visited.limitSeconds * 1000;
      const came = await visitPage(parts, { verificationId: id, page: next, url, limitMs, tabId });
      if (came === null) return null;
      all.push(came.view);
      tabId = await taken(came.tabId);
    }
  }
}

/** A visit that nobody ended was cut off, with the worker or the browser. Gives all views. */
async function endOpenViews(
  { db, tell, now }: Pick<RunParts, 'db' | 'tell' | 'now'>,
  verificationId: string,
): Promise<readonly PageView[]> {
  const { rows } = await loadPageViews(db, verificationId);
  const ended: PageView[] = [];
  for (const view of rows) {
    const { visit } = view;
    const isOpen = visit?.end === null;
    const pageView: PageView = isOpen
      ? { ...view, visit: { ...visit, end: 'cut', endedAt: now() } }
      : view;
    ended.push(pageView);
    if (!isOpen || !(await addPageView(db, pageView))) continue;
    tell({ kind: 'page-viewed', verificationId, pageView });
  }
  return ended;
}
