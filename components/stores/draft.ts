import type { z } from '@/lib/core/base/schema';
import type { DraftKey } from '@/lib/core/tracker/draft-key';

/** Where drafts are kept. */
export interface DraftActions {
  readDraft(key: DraftKey): Promise<unknown>;
  writeDraft(key: DraftKey, value: unknown): Promise<void>;
  clearDraft(key: DraftKey): Promise<void>;
}

export type Draft<T> = ReturnType<typeof createDraft<T>>;

/** What was typed under one key; what cannot be read is as if nothing had been typed. */
export function createDraft<T>(actions: DraftActions, key: DraftKey, schema: z.ZodMiniType<T>) {
  return {
    read: async (): Promise<T | null> =>
      schema.safeParse(await actions.readDraft(key)).data ?? null,
    write: (value: T) => actions.writeDraft(key, value),
    clear: () => actions.clearDraft(key),
  };
}
