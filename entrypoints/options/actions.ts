import type { OptionsActions } from '@/components/options/options-actions';
import { NO_ACCOUNT } from '@/lib/core/base/account';
import { dismiss, restore } from '@/lib/core/console/dismissals';
import {
  onPermissionsChange,
  readConsoles,
  requestApiHost,
  requestOrigins,
} from '@/lib/platform/background/consoles';
import { readAccess, takeBack } from '@/lib/platform/background/access';
import {
  changeDismissals,
  onDismissalsChange,
  readDismissed,
} from '@/lib/platform/storage/dismissals';
import { changePutOff } from '@/lib/platform/storage/put-off';
import { send } from '@/lib/platform/channels/messages';
import { saveText } from '@/lib/platform/page/save-file';
import type { Connection } from '@/lib/store/database';
import * as drafts from '@/lib/store/drafts';

import { onSettingsChange, readSettings, writeSettings } from './settings';

const FILE_NAME = 'piggyback-ad-servers.json';

/** The options page's actions. Consoles are registered by the background, the rest is storage. */
export function createOptionsActions(database: Connection): OptionsActions {
  return {
    async load() {
      const [settings, consoles, dismissals, access] = await Promise.all([
        readSettings(),
        readConsoles(),
        readDismissed(),
        readAccess(),
      ]);
      return { ...settings, consoles, dismissals, access };
    },
    onChange(listener) {
      onPermissionsChange(listener);
      onDismissalsChange(listener);
      return onSettingsChange(listener);
    },
    async turnOn(origins) {
      // First, so that the prompt comes in the click itself.
      await requestOrigins(origins);
      for (const origin of origins) await send('consoles.enable', { origin });
    },
    async turnOff(origins) {
      for (const origin of origins) await send('consoles.disable', { origin });
    },
    allowApi: requestApiHost,
    ...writeSettings,
    dismiss: (scope, field) => changeDismissals((before) => dismiss(before, scope, field)),
    restore: (scope, field) => changeDismissals((before) => restore(before, scope, field)),
    readDraft: async (key) => drafts.readDraft(await database(), NO_ACCOUNT, key),
    writeDraft: async (key, draft) => drafts.writeDraft(await database(), NO_ACCOUNT, key, draft),
    clearDraft: async (key) => drafts.clearDraft(await database(), NO_ACCOUNT, key),
    takeBack,
    offerAgain: (site) => changePutOff(site, false),
    saveFile(text) {
      saveText(FILE_NAME, text, 'json');
      return FILE_NAME;
    },
  };
}
