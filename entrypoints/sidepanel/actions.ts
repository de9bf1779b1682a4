import type { SidePanelActions } from '@/components/pages/sidepanel/side-panel-actions';
import { createVerificationModel } from '@/components/verification/verification-model';
import { siteOf } from '@/lib/core/recording/site-of';
import { withoutSite, withSite } from '@/lib/core/recording/recorded-sites';
import { allowedSites, requestSites } from '@/lib/platform/background/access';
import { createChangeTeller, onNotice } from '@/lib/platform/channels/notices';
import { isRecorderLocked } from '@/lib/platform/channels/recorder-lock';
import { activeTab, onTabShown, reloadTab } from '@/lib/platform/page/active-tab';
import {
  changeRecordedSites,
  onRecordedSitesChange,
  readRecordedSites,
} from '@/lib/platform/storage/recorded-sites';
import { isWaiting } from '@/lib/platform/storage/web-request-wait';
import { watchAccount } from '@/lib/platform/storage/storage';
import { connect, DATABASE } from '@/lib/store/database';

import { createVerificationActions } from '../shared/verification-actions';

/** What the side panel does: in the browser, and with what is recorded in a tab. */
export function createSidePanelActions(): SidePanelActions {
  const database = connect(DATABASE, createChangeTeller());
  const account = watchAccount();
  return {
    async tab() {
      const tab = await activeTab();
      return tab && { id: tab.id, site: siteOf(tab.url ?? ''), isPrivate: tab.isPrivate };
    },
    onChange(listener) {
      onTabShown(listener);
      onRecordedSitesChange(listener);
      onNotice((notice) => {
        if (notice.kind === 'changed' && notice.change.what === 'access') listener();
      });
    },
    async isRecorded(site) {
      if (!(await readRecordedSites()).includes(site)) return 'no';
      if ((await allowedSites([site])).length === 0) return 'no';
      return (await isWaiting()) ? 'later' : 'yes';
    },
    isBeingRecorded: isRecorderLocked,
    async turnOn(site, withFrames) {
      // First, so that the browser asks in the click itself.
      const given = await requestSites([site], withFrames);
      if (given.answer.startsWith('allowed'))
        await changeRecordedSites((sites) => withSite(sites, site));
      return given;
    },
    turnOff: (site) => changeRecordedSites((sites) => withoutSite(sites, site)),
    openTab(tabId) {
      const place = { tabId, lookAtPage: null, reloadPage: () => reloadTab(tabId) };
      const hear: typeof model.hear = (message) => model.hear(message);
      const actions = createVerificationActions(database, account, hear, place);
      const model = createVerificationModel(actions, 'none');
      const stop = onNotice(model.hearNotice);
      void model.start();
      return {
        model,
        close() {
          stop();
          actions.close();
        },
      };
    },
  };
}
