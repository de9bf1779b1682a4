import { browser } from 'wxt/browser';

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

let writing: Promise<void> = Promise.resolve();

/** Keeps what was used; one after the other, since each write takes the whole list. */
export function rememberConsole(key: string, choices: ConsoleChoices): Promise<void> {
  const write = async () => {
    await browser.storage.local.set({ [KEY]: remember(await readMemory(), key, choices) });
  };
  const written = writing.then(write);
  writing = written.catch(() => {});
  return written;
}

async function readMemory(): Promise<ConsoleMemory> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  const parsed = ConsoleMemorySchema.safeParse(stored);
  return parsed.success ? parsed.data : [];
}
