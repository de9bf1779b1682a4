import type { RehearsalActions } from '@/components/verification/rehearsal-actions';
import { send } from '@/lib/platform/channels/messages';
import { holdRehearsal } from '@/lib/platform/channels/rehearsal-port';
import { watchRehearsals } from '@/lib/platform/storage/rehearsals';

/** Rehearsing in the inspected tab; `null` outside DevTools. */
export function createRehearsalActions(tabId: number | null): RehearsalActions | null {
  if (tabId === null) return null;
  return {
    isPossible: !import.meta.env.FIREFOX,
    start: () => send('rehearsal.start', { tabId }),
    renew: async () => (await send('rehearsal.renew', { tabId })).isOn,
    stop: async () => void (await send('rehearsal.stop', { tabId })),
    askAccess: async () => void (await send('rehearsal.askAccess', null)),
    watch: (listener) =>
      void watchRehearsals((leases) =>
        listener(leases.find((lease) => lease.tabId === tabId) ?? null),
      ).catch(() => {}),
    hold: (run) => holdRehearsal(tabId, run),
    every(milliseconds, step) {
      const timer = setInterval(step, milliseconds);
      return () => clearInterval(timer);
    },
  };
}
