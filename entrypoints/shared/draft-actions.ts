import type { DraftActions } from '@/components/stores/draft';
import type { KnownAccount } from '@/lib/platform/storage/storage';
import type { Connection } from '@/lib/store/database';
import { clearDraft, readDraft, writeDraft } from '@/lib/store/drafts';

/** Drafts of an account, in the database. */
export function createDraftActions(opening: Connection, account: KnownAccount): DraftActions {
  return {
    readDraft: async (key) => readDraft(await opening, await account(), key),
    writeDraft: async (key, value) => writeDraft(await opening, await account(), key, value),
    clearDraft: async (key) => clearDraft(await opening, await account(), key),
  };
}
