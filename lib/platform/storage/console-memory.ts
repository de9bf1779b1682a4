import { browser } from 'wxt/browser';

import { createInTurn } from '../../core/base/in-turn';
import {
  type ConsoleChoices,
  type ConsoleMemory,
  ConsoleMemorySchema,
  recall,
  remember,
} from '../../core/console/console-memory';

const KEY = 'consoleMemory';

/** What was last used in this account of a console, or `null`. */
export async function recallConsole(key: string): Promise<ConsoleChoices | null> {
  return recall(await readMemory(), key);
}

const inTurn = createInTurn();

/** Keeps what was used; one after the other, since each write takes the whole list. */
export function rememberConsole(key: string, choices: ConsoleChoices): Promise<void> {
  return inTurn(async () => {
    await browser.storage.local.set({ [KEY]: remember(await readMemory(), key, choices) });
  });
}

async function readMemory(): Promise<ConsoleMemory> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  const parsed = ConsoleMemorySchema.safeParse(stored);
  return parsed.success ? parsed.data : [];
}
