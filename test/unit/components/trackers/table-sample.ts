import type { TableActions } from '@/components/trackers/acts/acts-model';
import type { PassportActions } from '@/components/trackers/passport/passport-actions';
import { USUAL_TRACKER_TABLE } from '@/lib/core/tracker/table-layout';

import { tracker } from './build';

/** What the table can do, in memory: everything comes off. */
export function tableActions(change: Partial<TableActions> = {}): TableActions {
  return {
    readLayout: async () => USUAL_TRACKER_TABLE,
    keepLayout: async () => {},
    startBulk: async ({ rows }, { onRun }) => {
      onRun({ id: 'r-1', done: rows.length, waits: null });
      return { id: 'r-1', changed: rows.length, failed: [], notSent: 0, failure: null };
    },
    newVerification: async () => 'v-new',
    copyText: async () => true,
    copyTable: async () => true,
    saveCsv: (name) => `${name}.csv`,
    saveXlsx: async (name) => `${name}.xlsx`,
    noteCopied: async () => {},
    ...change,
  };
}

const DAY = 24 * 60 * 60 * 1000;
const NOON = Date.UTC(2026, 4, 12, 12);

/** A passport in memory: made here, changed there, put into a console, seen firing twice. */
export function passportActions(change: Partial<PassportActions> = {}): PassportActions {
  const of = (trackerId: number, at: number) => ({ trackerId, at });
  return {
    findTracker: async (id) => tracker(id, 'Harbour Coffee, spring'),
    readEvents: async (id) => ({
      rows: [
        { kind: 'created', ...of(id, NOON) },
        { kind: 'changed', ...of(id, NOON + DAY), fields: ['name', 'placement'] },
        { kind: 'changed-elsewhere', ...of(id, NOON + 2 * DAY), fields: ['state'] },
        {
          kind: 'inserted',
          ...of(id, NOON + 3 * DAY),
          adServerId: 'cm360',
          type: 'image',
          console: 'campaignmanager.google.com',
        },
      ],
      unreadable: 0,
    }),
    seenIn: async () => [
      {
        verificationId: 'v-2',
        requests: 2,
        isMore: false,
        at: NOON + 5 * DAY,
        name: 'Spring flight',
      },
      { verificationId: 'v-1', requests: 1, isMore: false, at: NOON + 4 * DAY, name: null },
    ],
    reportedIn: async (id) => [
      {
        reportId: 'r-1',
        at: NOON + 12 * DAY,
        trackerIds: [id],
        first: '2026-05-15',
        last: '2026-05-21',
        timeZone: 'UTC',
        impressions: 18_240,
        unknown: 0,
        by: 'day',
        from: '2026-05-16',
      },
    ],
    judge: async (_, verificationId) => (verificationId === 'v-2' ? 'fail' : 'pass'),
    copy: async () => true,
    noteCopied: async () => {},
    saveJson: (name) => `${name}.json`,
    saveCsv: (name) => `${name}.csv`,
    now: () => NOON + 6 * DAY,
    onChange: () => () => {},
    ...change,
  };
}
