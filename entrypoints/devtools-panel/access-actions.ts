import type { AccessActions } from '@/components/verification/access-model';
import { send } from '@/lib/platform/channels/messages';

/** By the background, which alone may ask the browser in every browser. */
export const accessActions: AccessActions = {
  isFirefox: import.meta.env.FIREFOX,
  read: (sites) => send('recording.readAccess', { sites: [...sites] }),
  ask: async (sites) => void (await send('recording.askAccess', { sites: [...sites] })),
  putOff: async (site) => void (await send('recording.putOffAccess', { site })),
};
