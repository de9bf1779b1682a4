import type { PassportActions } from '@/components/trackers/passport/passport-actions';
import type { TrackerActions } from '@/components/trackers/tracker-actions';
import { judgeFor } from '@/lib/app/trackers/passport';
import { reportedFor } from '@/lib/app/trackers/reported';
import { SEEN_IN_PASSPORT } from '@/lib/core/base/limits';
import { writeCsv } from '@/lib/files/write-csv';
import { onNotice } from '@/lib/platform/channels/notices';
import { saveText } from '@/lib/platform/page/save-file';
import type { KnownAccount } from '@/lib/platform/storage/storage';
import type { Connection } from '@/lib/store/database';
import { seenFiring } from '@/lib/store/seen-firing';
import { readEvents } from '@/lib/store/tracker-events';

import { createKnownActions } from '../shared/known-actions';

/** What a passport reads: the database, without waking the background. */
export function createPassportActions(
  database: Connection,
  account: KnownAccount,
  { findTracker, copy, noteCopied }: Pick<TrackerActions, 'findTracker' | 'copy' | 'noteCopied'>,
): PassportActions {
  const knowledge = createKnownActions(database, account);
  return {
    findTracker,
    copy,
    noteCopied,
    readEvents: async (id) => readEvents(await database(), await account(), id),
    seenIn: async (id) => seenFiring(await database(), await account(), id, SEEN_IN_PASSPORT),
    reportedIn: async (id) => reportedFor(await database(), await account(), id),
    judge: async (id, verificationId) => judgeFor(await database(), knowledge, id, verificationId),
    saveJson(base, text) {
      const name = `${base}.json`;
      saveText(name, text, 'json');
      return name;
    },
    saveCsv(base, table) {
      const name = `${base}.csv`;
      saveText(name, writeCsv(table), 'csv');
      return name;
    },
    now: Date.now,
    onChange: (trackerId, listener) =>
      onNotice((notice) => {
        if (notice.kind !== 'changed') return;
        const { change } = notice;
        const isOurs = change.what === 'passports' || change.what === 'trackers';
        if (change.what === 'reports') listener();
        else if (isOurs && (change.ids === null || change.ids.includes(trackerId))) listener();
      }),
  };
}
