import { defineBackground } from 'wxt/utils/define-background';

import { createBackground } from '@/lib/app/background';
import { changedKeys } from '@/lib/core/base/change';
import { onTabClosed } from '@/lib/platform/background/builder-ports';
import { onPermissionsChange, registerConsoles } from '@/lib/platform/background/consoles';
import { onStart } from '@/lib/platform/background/doors';
import { browserPlugs } from '@/lib/platform/background/plugs';
import { followRehearsals } from '@/lib/platform/background/rehearsal';
import { onPageLoaded, onTabGone } from '@/lib/platform/background/tab-pages';
import { createShowCount } from '@/lib/platform/background/toolbar-number';
import { onWake } from '@/lib/platform/background/wake';
import { onPixelRequests } from '@/lib/platform/background/web-request-source';
import { listen } from '@/lib/platform/channels/messages';
import { createChangeTeller, createNotifierForAll } from '@/lib/platform/channels/notices';
import { createWebRequestTeller } from '@/lib/platform/channels/web-request-channel';
import { closeStorage } from '@/lib/platform/storage/close-storage';
import { onDismissalsChange, tellDismissalsChanged } from '@/lib/platform/storage/dismissals';
import { onProfilesChange } from '@/lib/platform/storage/profiles';
import { onSessionChange, onSettingsChange, watchAccount } from '@/lib/platform/storage/storage';
import { connect, DATABASE } from '@/lib/store/database';
import { builderText } from '@/lib/text/builder/builder';
import { toolbarText } from '@/lib/text/pages/toolbar';

import { addDoors } from './shared/doors';
import { recordTabsOf } from './shared/record-tabs';

export default defineBackground(() => {
  closeStorage();
  const showCount = createShowCount(toolbarText);
  const { handlers, builders, rehearsals, resume, wake, tell } = createBackground({
    ...browserPlugs(builderText.title),
    showCount,
    connect: (onChange) => connect(DATABASE, onChange),
    notify: createNotifierForAll(),
  });
  listen(handlers);

  const tellDevtools = createWebRequestTeller();
  const tellAccess = () => tell({ what: 'access', ids: null });
  const tabs = recordTabsOf(connect(DATABASE, createChangeTeller()), watchAccount(), showCount);
  onPixelRequests((event) => {
    tellDevtools(event);
    tabs.hear(event);
  }, tellAccess);
  onPageLoaded(({ tabId, url }) => void tabs.navigated(tabId, url));
  onTabGone(tabs.closed);

  onWake(wake);
  followRehearsals(rehearsals);
  resume();
  onSessionChange(() => tell({ what: 'account', ids: null }));
  onSettingsChange((names) => tell(changedKeys('settings', names)));
  onTabClosed((tabId) => void builders.tabClosed(tabId));
  onStart(() => void registerConsoles());
  onPermissionsChange(() => void registerConsoles());
  onPermissionsChange(tellAccess);
  onProfilesChange(() => void registerConsoles());
  onDismissalsChange(() => void tellDismissalsChanged());
  addDoors(builders);
});
