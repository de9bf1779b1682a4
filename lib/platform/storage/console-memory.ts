import {
  type ConsoleChoices,
  ConsoleMemorySchema,
  recall,
  remember,
} from '../../core/console/console-memory';
import { createKept } from './kept';

const kept = createKept(
  'consoleMemory',
  (stored) => ConsoleMemorySchema.safeParse(stored).data ?? [],
);

/** What was last used in this account of a console, or `null`. */
export async function recallConsole(key: string): Promise<ConsoleChoices | null> {
  return recall(await kept.read(), key);
}

/** Keeps what was used. */
export function rememberConsole(key: string, choices: ConsoleChoices): Promise<void> {
  return kept.change((memory) => remember(memory, key, choices));
}
