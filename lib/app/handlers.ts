import type { Handlers } from '../messaging/wire/answer';
import type { AccountDeps } from './account/account-deps';
import { createAccountHandlers } from './account/handlers';
import { type BuilderDeps, createBuilderHandlers } from './builder/handlers';
import { createOpeningHandlers } from './builder/opening-handlers';
import { type ConsoleDeps, createConsoleHandlers } from './console/handlers';
import { createToolbarHandlers, type ToolbarDeps } from './toolbar/handlers';
import { createRecordingHandlers, type RecordingDeps } from './recording/handlers';
import { createRehearsalHandlers, type RehearsalDeps } from './rehearsal/handlers';
import { createReportsHandlers, type ReportsDeps } from './reports/handlers';
import { createBulkHandlers } from './trackers/bulk/handlers';
import { createChosenObjects } from './trackers/chosen-objects';
import { createFindObjects } from './trackers/find-objects';
import { createTrackersHandlers, type TrackersDeps } from './trackers/handlers';
import { createVisitsHandlers, type VisitsDeps } from './visits/handlers';
import { createWorkspaceHandlers, type WorkspaceDeps } from './workspace/handlers';

export type HandlerDeps = AccountDeps &
  TrackersDeps &
  BuilderDeps &
  ConsoleDeps &
  WorkspaceDeps &
  ToolbarDeps &
  RecordingDeps &
  RehearsalDeps &
  VisitsDeps &
  Omit<ReportsDeps, 'newId'>;

/** What the background does for each message of the contract: each domain's own handlers. */
export function createHandlers(deps: HandlerDeps): Handlers {
  const findObjects = createFindObjects(deps.now, createChosenObjects(deps));
  return {
    ...createAccountHandlers(deps),
    ...createTrackersHandlers(deps, findObjects),
    ...createBulkHandlers(deps),
    ...createOpeningHandlers(deps),
    ...createBuilderHandlers(deps, findObjects),
    ...createConsoleHandlers(deps),
    ...createVisitsHandlers(deps),
    ...createWorkspaceHandlers(deps),
    ...createToolbarHandlers(deps),
    ...createRecordingHandlers(deps),
    ...createRehearsalHandlers(deps),
    ...createReportsHandlers(deps),
  };
}
