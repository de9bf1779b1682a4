import { type ApiAccess, createApiClient, type Timer } from '../api/client';
import { createPace, type PaceStore } from '../api/pace';
import type { Change } from '../core/base/change';
import type { Notice } from '../messaging/notices';
import type { OnChange } from '../store/changes';
import type { Connection } from '../store/database';
import { createKeyStore, type KeyStore } from '../store/keys';
import { createClocks } from './account/clocks';
import type { SessionKeeper } from './account/keeper';
import { withRenewal } from './account/renewal';
import type { Service } from './account/service';
import { noteRefused } from './account/sign-ins';
import { createBuilders } from './builder/builders';
import type { BuilderPorts } from './builder/ports';
import { createHandlers, type HandlerDeps } from './handlers';
import { createJobs, type JobDeps } from './jobs/jobs';
import { noticeOf } from './jobs/notice';
import { createSleep } from './jobs/sleep';
import { createSyncWork } from './jobs/sync-work';
import { TRACKER_WORKS } from './jobs/tracker-works';
import { createRehearsals } from './rehearsal/rehearsals';
import { createReportWork } from './reports/report-work';
import { runWork } from './trackers/bulk/run-work';
import { createVisitsWork, type VisitsWorkDeps } from './visits/visits-work';

type Made =
  | 'keeper'
  | 'keys'
  | 'skew'
  | 'clientFor'
  | 'database'
  | 'now'
  | 'jobs'
  | 'builders'
  | 'rehearsals';

/** What the background is plugged into: the browser, the network, the clock, the disk. */
export interface BackgroundParts
  extends Omit<HandlerDeps, Made>, Pick<JobDeps, 'now' | 'newId' | 'wake'> {
  /** The browser as it visits pages. */
  readonly visitBrowser: VisitsWorkDeps['visitor'];
  /** Takes the recording of a tab. */
  readonly holdTab: VisitsWorkDeps['holdTab'];
  /** Tells open pages what is recorded. */
  readonly tellRecording: VisitsWorkDeps['tell'];
  readonly keeper: SessionKeeper;
  /** Where keys are kept that sign people in, unless in the browser's own place for them. */
  readonly keys?: KeyStore;
  readonly fetch: typeof fetch;
  readonly timer: Timer;
  /** Has the browser start the worker at a moment, in milliseconds since 1970; `null` for never. */
  readonly wakeAt: (moment: number | null) => void;
  /** What of the pace outlives a worker. */
  readonly paceStore: PaceStore;
  readonly connect: (onChange: OnChange) => Connection;
  readonly builderPorts: BuilderPorts;
  /** Tells all open pages. */
  readonly notify: (notice: Notice) => void;
}

/**
 * The background, made anew whenever the browser starts its worker: it knows nothing but what was
 * kept.
 */
export function createBackground(parts: BackgroundParts) {
  const { fetch, timer, now, notify, paceStore } = parts;
  const { sleep, wake } = createSleep(parts);
  const tell = (change: Change) => notify({ kind: 'changed', change });
  const onWait = (seconds: number) => notify({ kind: 'waiting', seconds });
  const pace = createPace({ now, sleep, onWait, store: paceStore });
  const { keys = createKeyStore() } = parts;
  const { skew, onServedAt } = createClocks(now);
  const clientFor = (access: ApiAccess) =>
    createApiClient({ fetch, timer, pace, onServedAt }, access);
  const onRefused = noteRefused(parts.signIns);
  const service: Service = {
    keeper: withRenewal(parts.keeper, { clientFor, now, skew, keys, onRefused }),
    account: parts.account,
    clientFor,
    database: parts.connect(tell),
    now,
  };
  const syncWork = createSyncWork({
    now,
    timer,
    onProgress: (progress) => notify({ kind: 'sync-progress', ...progress }),
  });
  const visitsWork = createVisitsWork({
    ...parts,
    visitor: parts.visitBrowser,
    tell: parts.tellRecording,
    sleep,
  });
  const reportWork = createReportWork({
    now,
    sleep,
    onProgress: (progress) => notify({ kind: 'report-progress', ...progress }),
  });
  const jobs = createJobs(
    {
      ...service,
      sleep,
      newId: parts.newId,
      wake: parts.wake,
      onNote: (job) => notify(noticeOf(job)),
    },
    [...TRACKER_WORKS, syncWork, visitsWork, runWork, reportWork],
  );
  const builders = createBuilders(parts.builderPorts);
  const rehearsals = createRehearsals(parts.rehearsalPorts);
  const resume = () => void jobs.resume().catch(() => {});
  return {
    handlers: createHandlers({ ...parts, ...service, keys, skew, jobs, builders, rehearsals }),
    jobs,
    builders,
    rehearsals,
    /** Tells all open pages of what has changed beside the database. */
    tell,
    /** Goes on with what a stopped worker left; where nothing is open, the look costs one read. */
    resume,
    /** An alarm has gone off. */
    wake: () => {
      wake();
      resume();
    },
  };
}
