import type { DraftActions } from '@/components/stores/draft';
import type { KnownAccount } from '@/lib/platform/storage/storage';
import type { Connection } from '@/lib/store/database';
import { clearDraft, readDraft, writeDraft } from '@/lib/store/drafts';

/** Drafts of an account, in the database. */
export function createDraftActions(database: Connection, account: KnownAccount): DraftActions {
  return {
    readDraft: async (key) => readDraft(await database(), await account(), key),
    writeDraft: async (key, value) => writeDraft(await database(), await account(), key, value),
    clearDraft: async (key) => clearDraft(await database(), await account(), key),
  };
}
