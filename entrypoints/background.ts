import { defineBackground } from 'wxt/utils/define-background';

import { createBackground } from '@/lib/app/background';
import { changedKeys } from '@/lib/core/base/change';
import { onTabClosed } from '@/lib/platform/background/builder-ports';
import { onPermissionsChange, registerConsoles } from '@/lib/platform/background/consoles';
import { addBuilderDoors, onStart } from '@/lib/platform/background/doors';
import { focusFieldButton } from '@/lib/platform/background/focus-button';
import { browserPlugs } from '@/lib/platform/background/plugs';
import { followRehearsals } from '@/lib/platform/background/rehearsal';
import { onWake } from '@/lib/platform/background/wake';
import { listen } from '@/lib/platform/channels/messages';
import { createNotifierForAll } from '@/lib/platform/channels/notices';
import { closeStorage } from '@/lib/platform/storage/close-storage';
import { onDismissalsChange, tellDismissalsChanged } from '@/lib/platform/storage/dismissals';
import { onProfilesChange } from '@/lib/platform/storage/profiles';
import { onSessionChange, onSettingsChange } from '@/lib/platform/storage/storage';
import { connect, DATABASE } from '@/lib/store/database';
import { builderText } from '@/lib/text/builder/builder';

export default defineBackground(() => {
  closeStorage();
  const { handlers, builders, rehearsals, resume, wake, tell } = createBackground({
    ...browserPlugs(builderText.title),
    connect: (onChange) => connect(DATABASE, onChange),
    notify: createNotifierForAll(),
  });
  listen(handlers);

  onWake(wake);
  followRehearsals(rehearsals);
  resume();
  onSessionChange(() => tell({ what: 'account', ids: null }));
  onSettingsChange((names) => tell(changedKeys('settings', names)));
  onTabClosed((tabId) => void builders.tabClosed(tabId));
  onStart(() => void registerConsoles());
  onPermissionsChange(() => void registerConsoles());
  onProfilesChange(() => void registerConsoles());
  onDismissalsChange(() => void tellDismissalsChanged());
  addBuilderDoors({
    menuTitle: builderText.menuTitle,
    onOpen: async (tabId, frameId) => {
      // Pages closed to extensions (a web store, browser settings) have nowhere to say so.
      await builders.open(tabId, frameId, frameId === null ? 'focus' : 'menu').catch(() => {});
    },
    onFocusButton: (tabId) => void focusFieldButton(tabId).catch(() => {}),
  });
});
