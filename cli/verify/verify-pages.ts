import { compareRuns } from '@/lib/core/verification/baseline';

import { readInput } from '../shared/read-input';
import { whenStopped } from '../shared/when-stopped';
import type { PagesArguments } from './arguments';
import { openBrowsers } from './browsers/open';
import { exitCodeOfRun } from './exit-code';
import { type JudgedRun, judgeVisits } from './judge-visits';
import type { ExpectedTrackers } from './lists/read-expected';
import { readPages } from './lists/read-pages';
import { parseRun, readBaseline } from './output/baseline';
import { exportsOf } from './output/exports';
import { junitOf } from './output/junit-of-run';
import { picturesOfRun } from './output/pictures';
import { summaryOf } from './output/summary';
import { prepareFolder, writeFiles } from './output/write-files';
import { visitAll } from './pool';

/** What is printed, and how the command ends. */
export interface VerifiedPages {
  readonly answer: object;
  readonly exitCode: 0 | 1 | 2;
}

/**
 * Has the pages of a list visited, judges what fired there, and writes what was asked for. Whatever is wrong with what
 * was given is found before a browser is opened. Fails with `CommandError`.
 */
export async function verifyPages(
  args: PagesArguments,
  expected: ExpectedTrackers,
): Promise<VerifiedPages> {
  const pages = readPages(await readInput(args.pages));
  const baseline = args.baseline === null ? null : await readBaseline(args.baseline);
  const folder = args.out === null ? null : await prepareFolder(args.out);
  const startedAt = Date.now();
  const { drivers, notReached } = await openBrowsers(args, pages.length);
  const closeAll = () => Promise.all(drivers.map((driver) => driver.close()));
  const goOn = whenStopped(closeAll);
  try {
    const outcomes = await visitAll(pages, drivers);
    const { isLive, ownHosts } = args;
    const run = judgeVisits({ pages, outcomes, expected, isLive, ownHosts, startedAt });
    const strays = drivers.reduce((sum, driver) => sum + driver.strays(), 0);
    const summary = summaryOf(run, {
      startedAt,
      endedAt: Date.now(),
      browsers: drivers.map(({ name }) => name),
      notReached,
      strays: args.isLive ? null : strays,
    });
    const after = baseline && parseRun(JSON.stringify(summary));
    const changes = baseline && after ? compareRuns(baseline, after) : null;
    const answer = {
      ...summary,
      ...(changes && { since: baseline?.startedAt, changes }),
      ...(folder !== null && { written: await writeRun(folder, run, summary) }),
    };
    const isWorse = changes?.some((change) => change.isWorse) ?? false;
    const exitCode = changes ? (isWorse ? 2 : 0) : exitCodeOfRun(run);
    return { answer, exitCode };
  } finally {
    await closeAll();
    goOn();
  }
}

async function writeRun(folder: string, run: JudgedRun, summary: object) {
  const { files: exported, proofSha256 } = await exportsOf(run.judged, picturesOfRun(run));
  const files = {
    'pages.json': `${JSON.stringify(summary, null, 2)}\n`,
    ...exported,
    'junit.xml': junitOf(run),
  };
  await writeFiles(folder, files);
  return { folder, files: Object.keys(files), proofSha256 };
}
