import { signal } from '@preact/signals';

import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { DEFAULT_CHOICES, type TagChoices } from '@/lib/core/tag/write/build-tag';

export type TagSettings = ReturnType<typeof createTagSettings>;

/** What tags are made with: every ad server there is, and what was chosen last. */
export function createTagSettings(remember: (choices: TagChoices) => Promise<void>) {
  const choices = signal<TagChoices>(DEFAULT_CHOICES);
  const servers = signal<readonly AdServer[]>(AD_SERVERS);
  /** Hosts at which the person's own names lead to the service. */
  const ownHosts = signal<readonly string[]>([]);
  return {
    choices,
    servers,
    ownHosts,
    async keepChoices(next: TagChoices): Promise<void> {
      choices.value = next;
      await remember(next);
    },
  };
}
