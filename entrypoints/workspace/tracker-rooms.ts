import type { TrackersModel } from '@/components/pages/trackers/trackers-model';
import { createTrackerActs } from '@/components/pages/workspace/tracker-acts';
import { createReportsModel } from '@/components/reports/reports-model';
import type { SheetModel } from '@/components/sheets/sheet-model';
import type { KnownAccount } from '@/lib/platform/storage/storage';
import type { Connection } from '@/lib/store/database';

import { createPassportActions } from './passport-actions';
import { createReportActions } from './report-actions';
import { createTableActions } from './table-actions';

/** What the workspace has beside the list of trackers: acting on many, passports, and reports. */
export function createTrackerRooms(
  database: Connection,
  account: KnownAccount,
  trackers: TrackersModel,
  sheets: SheetModel,
) {
  const { actions } = trackers;
  return {
    acts: createTrackerActs(trackers, sheets, createTableActions(database, account, actions)),
    passport: createPassportActions(database, account, actions),
    reports: createReportsModel(createReportActions(database, account), trackers),
  };
}
