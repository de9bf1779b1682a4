import { computed, type ReadonlySignal, signal } from '@preact/signals';

import { createDraft, type DraftActions } from '@/components/stores/draft';
import { z } from '@/lib/core/base/schema';
import { readOwnHosts } from '@/lib/core/pixel/own-hosts';
import { OWN_HOSTS_KEY } from '@/lib/core/tracker/draft-key';

export type HostsModel = ReturnType<typeof createHostsModel>;

/** The list of one's own pixel hosts while it is written; what is typed outlives the page. */
export function createHostsModel(
  drafts: DraftActions,
  saved: ReadonlySignal<readonly string[]>,
  keep: (hosts: readonly string[]) => void,
) {
  const draft = createDraft(drafts, OWN_HOSTS_KEY, z.string());
  /** `null` where nothing was typed since it was saved. */
  const typed = signal<string | null>(null);
  const list = computed(() => readOwnHosts(typed.value ?? saved.value.join('\n')));
  const isChanged = computed(() => String(list.value.hosts) !== String(saved.value));
  return {
    typed,
    list,
    isChanged,
    async start(): Promise<void> {
      typed.value ??= await draft.read().catch(() => null);
    },
    type(text: string): void {
      typed.value = text;
      void draft.write(text);
    },
    save(): void {
      keep(list.value.hosts);
      typed.value = null;
      void draft.clear();
    },
  };
}
