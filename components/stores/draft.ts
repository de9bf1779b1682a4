import type { z } from '@/lib/core/base/schema';

/** Where drafts are kept. */
export interface DraftActions {
  readDraft(key: string): Promise<unknown>;
  writeDraft(key: string, value: unknown): Promise<void>;
  clearDraft(key: string): Promise<void>;
}

export type Draft<T> = ReturnType<typeof createDraft<T>>;

/** What was typed under one key; what cannot be read is as if nothing had been typed. */
export function createDraft<T>(actions: DraftActions, key: string, schema: z.ZodMiniType<T>) {
  return {
    read: async (): Promise<T | null> =>
      schema.safeParse(await actions.readDraft(key)).data ?? null,
    write: (value: T) => actions.writeDraft(key, value),
    clear: () => actions.clearDraft(key),
  };
}
