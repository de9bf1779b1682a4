import { recordTab } from '@/lib/app/recording/record-tab';
import { recordTabs } from '@/lib/app/recording/record-tabs';
import type { PageCount } from '@/lib/core/verification/page-count';
import { holdTab } from '@/lib/platform/background/hold-tab';
import { addressOfTab, loadOfTab, onTabMoved } from '@/lib/platform/background/tab-pages';
import { openVerificationChannel } from '@/lib/platform/channels/verification-channel';
import { browserRun } from '@/lib/platform/storage/browser-run';
import { forgetSitesTakenBack, onSitesTakenBack } from '@/lib/platform/page/sites-taken-back';
import { isRecorded, onRecordedSitesChange } from '@/lib/platform/storage/recorded-sites';
import { type KnownAccount, onSessionChange } from '@/lib/platform/storage/storage';
import type { Connection } from '@/lib/store/database';
import { mergeRequests } from '@/lib/store/merge-requests';

import { keepNewest } from './keep-newest';
import { pageCounter } from './page-counter';
import { createRecorderStore } from './recorder-store';

const later = (milliseconds: number, step: () => void) => void setTimeout(step, milliseconds);

/** Records in the background the tabs of sites that a person has recorded without DevTools. */
export function recordTabsOf(
  database: Connection,
  account: KnownAccount,
  showCount: (tabId: number, count: PageCount) => Promise<void>,
) {
  const tabs = recordTabs({
    record: (tabId) =>
      recordTab({
        ...createRecorderStore(database, account, mergeRequests),
        tabId,
        address: () => addressOfTab(tabId),
        load: () => loadOfTab(tabId),
        isRecorded,
        openChannel: openVerificationChannel,
        onBegun: (id) => void keepNewest(database, id).catch(() => {}),
        counter: pageCounter(database, account, (count) => {
          // A tab that is gone by now has no button.
          showCount(tabId, count).catch(() => {});
        }),
        browserRun,
        now: () => Date.now(),
        later,
        newId: () => crypto.randomUUID(),
      }),
    isRecorded,
    urlOf: addressOfTab,
    hold: holdTab,
    onMoved: onTabMoved,
    later,
  });
  const changed = () => void tabs.changed().catch(() => {});
  onRecordedSitesChange(changed);
  onSessionChange(changed);
  // What the browser was taken back is asked for anew before it is recorded again.
  onSitesTakenBack(() => void forgetSitesTakenBack().catch(() => {}));
  return tabs;
}
