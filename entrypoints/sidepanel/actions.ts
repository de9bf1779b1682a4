import type { SidePanelActions } from '@/components/pages/sidepanel/side-panel-actions';
import { createVerificationModel } from '@/components/verification/verification-model';
import { siteOf } from '@/lib/core/recording/site-of';
import { withoutSite, withSite } from '@/lib/core/recording/recorded-sites';
import { createChangeTeller, onNotice } from '@/lib/platform/channels/notices';
import { isRecorderLocked } from '@/lib/platform/channels/recorder-lock';
import { activeTab, onTabShown, reloadTab } from '@/lib/platform/page/active-tab';
import { isSiteAllowed, requestRecording } from '@/lib/platform/page/allow-recording';
import {
  changeRecordedSites,
  onRecordedSitesChange,
  readRecordedSites,
} from '@/lib/platform/storage/recorded-sites';
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
      return tab && { id: tab.id, site: siteOf(tab.url ?? '') };
    },
    onChange(listener) {
      onTabShown(listener);
      onRecordedSitesChange(listener);
    },
    isRecorded: async (site) =>
      (await readRecordedSites()).includes(site) && (await isSiteAllowed(site)),
    isBeingRecorded: isRecorderLocked,
    async turnOn(site, withFrames) {
      // First, so that the browser asks in the click itself.
      await requestRecording(site, withFrames);
      await changeRecordedSites((sites) => withSite(sites, site));
    },
    turnOff: (site) => changeRecordedSites((sites) => withoutSite(sites, site)),
    openTab(tabId) {
      const place = { tabId, lookAtPage: null, reloadPage: () => reloadTab(tabId) };
      const actions = createVerificationActions(
        database,
        account,
        (message) => model.hear(message),
        place,
      );
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
