import { type Dismissals, dismiss, dismissalsAt } from '../../core/console/dismissals';
import type { consoleContract } from '../../messaging/console/contract';
import type { HandlersOf } from '../../messaging/wire/answer';
import { frameOf } from '../frame-of';

export interface ConsoleDeps {
  readonly readDismissals: () => Promise<Dismissals>;
  readonly changeDismissals: (change: (before: Dismissals) => Dismissals) => Promise<void>;
  readonly addFieldButton: (tabId: number, frameId: number) => Promise<void>;
  readonly addModelReader: (tabId: number, frameId: number) => Promise<void>;
  readonly enableConsole: (origin: string) => Promise<void>;
  readonly disableConsole: (origin: string) => Promise<void>;
}

/** Turns consoles on and off, and brings into their frames what the scripts there ask for. */
export function createConsoleHandlers(deps: ConsoleDeps): HandlersOf<typeof consoleContract> {
  return {
    'consoles.enable': async ({ origin }) => {
      await deps.enableConsole(origin);
      return null;
    },
    'consoles.disable': async ({ origin }) => {
      await deps.disableConsole(origin);
      return null;
    },
    'field.dismiss': async ({ scope, field }) => {
      await deps.changeDismissals((before) => dismiss(before, scope, field));
      return null;
    },
    'field.needButton': async (_, context) => {
      const { tabId, frameId } = frameOf(context);
      await deps.addFieldButton(tabId, frameId);
      return null;
    },
    'field.addModelReader': async (_, context) => {
      const { tabId, frameId } = frameOf(context);
      await deps.addModelReader(tabId, frameId);
      return null;
    },
    'field.readDismissals': async (host) => dismissalsAt(await deps.readDismissals(), host),
  };
}
