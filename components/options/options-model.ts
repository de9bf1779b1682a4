import { computed, signal } from '@preact/signals';

import { createAttempt } from '@/components/stores/attempt';
import { createDraft } from '@/components/stores/draft';
import { createTurns } from '@/components/stores/turns';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { listConsoles } from '@/lib/core/console/console-list';
import { type ProfileDraft, ProfileDraftSchema } from '@/lib/core/ad-server/profile-draft';
import { mergeProfiles, type ProfileRow } from '@/lib/core/ad-server/profiles';
import {
  exportProfiles,
  importProfiles,
  type ImportResult,
  refusedImport,
} from '@/lib/core/ad-server/profiles-file';
import { OWN_AD_SERVER_KEY } from '@/lib/core/tracker/draft-key';
import { MAX_IMPORT_BYTES } from '@/lib/core/base/limits';
import { optionsText as text } from '@/lib/text/pages/options';
import { hostsText } from '@/lib/text/pages/pixel-hosts';

import { createHostsModel } from './hosts-model';
import type { OptionsActions, OptionsData } from './options-actions';

export type OptionsModel = ReturnType<typeof createOptionsModel>;

/** A remark at the section where something was done, and how to take it back. */
export interface Remark {
  readonly section: 'consoles' | 'servers' | 'hosts' | 'recordings' | 'button' | 'permissions';
  readonly text: string;
  readonly undo?: () => void;
}

/** The options page's state and what changes it. Views read the signals; nothing here draws. */
export function createOptionsModel(actions: OptionsActions) {
  const data = signal<OptionsData | null>(null);
  const attempts = createAttempt<Remark>();
  const { failure, said: remark } = attempts;
  const typed = createDraft(actions, OWN_AD_SERVER_KEY, ProfileDraftSchema);
  const takeTurn = createTurns();
  const imported = signal<ImportResult | null>(null);
  /** The open form, and whether it came back from an earlier visit. */
  const form = signal<{ draft: ProfileDraft; isRestored: boolean } | null>(null);

  const servers = computed(() => {
    const profiles = data.value?.profiles;
    return profiles ? mergeProfiles(AD_SERVERS, profiles.managed, profiles.own) : AD_SERVERS;
  });
  const consoles = computed(() => listConsoles(servers.value, data.value?.consoles.states ?? {}));

  function reload(): Promise<void> {
    const isLast = takeTurn();
    return attempts.run(async () => {
      const found = await actions.load();
      if (isLast()) data.value = found;
    }, isLast);
  }

  async function start(): Promise<void> {
    actions.onChange(() => void reload());
    const kept = await typed.read().catch(() => null);
    if (kept) form.value = { draft: kept, isRestored: true };
    await hosts.start();
    await reload();
  }

  /** Runs an action and says how it went. Nothing is awaited before it, so that a prompt may come. */
  function attempt(run: () => Promise<unknown>, done?: Remark): void {
    attempts.begin();
    const running = run();
    void attempts.run(async () => {
      await running;
      await reload();
      if (done) remark.value = done;
    });
  }

  const ownHosts = computed(() => data.value?.pixelHosts.own ?? []);
  const hosts = createHostsModel(actions, ownHosts, (kept) =>
    attempt(() => actions.writeHosts(kept), {
      section: 'hosts',
      text: hostsText.saved(kept.length),
    }),
  );

  function writeOwn(rows: readonly ProfileRow[], said: string, canUndo = false): void {
    const before = data.value?.profiles.own ?? [];
    const undo = () => attempt(() => actions.writeOwn(before));
    attempt(() => actions.writeOwn(rows), {
      section: 'servers',
      text: said,
      ...(canUndo && { undo }),
    });
  }

  return {
    actions,
    data,
    failure,
    remark,
    imported,
    form,
    servers,
    consoles,
    hosts,
    start,
    attempt,
    openForm(draft: ProfileDraft): void {
      remark.value = null;
      imported.value = null;
      form.value = { draft, isRestored: false };
    },
    editForm(draft: ProfileDraft): void {
      form.value = { draft, isRestored: form.value?.isRestored ?? false };
      void typed.write(draft);
    },
    closeForm(): void {
      form.value = null;
      void typed.clear();
    },
    save(row: ProfileRow, name: string): void {
      const own = data.value?.profiles.own ?? [];
      const isThere = own.some(({ id }) => id === row.id);
      writeOwn(
        isThere ? own.map((other) => (other.id === row.id ? row : other)) : [...own, row],
        text.saved(name),
      );
      form.value = null;
      void typed.clear();
    },
    remove(row: ProfileRow, name: string): void {
      const own = data.value?.profiles.own ?? [];
      writeOwn(
        own.filter(({ id }) => id !== row.id),
        text.removed(name),
        true,
      );
    },
    /** Takes over a file's rows. A file that is too large is not even read. */
    async importFile(file: Pick<File, 'size' | 'text'>): Promise<void> {
      const content =
        file.size > MAX_IMPORT_BYTES ? null : await file.text().catch(() => undefined);
      const profiles = data.value?.profiles;
      if (!profiles) return;
      const result =
        typeof content === 'string'
          ? importProfiles(content, profiles, AD_SERVERS)
          : refusedImport(content === null ? 'too-large' : 'not-readable', profiles.own);
      remark.value = null;
      const taken = result.outcomes.filter(
        ({ outcome }) => outcome === 'added' || outcome === 'changed',
      );
      imported.value = result;
      if (result.problem !== null) return;
      const said =
        result.outcomes.length === 0
          ? text.importEmpty
          : text.importSummary(taken.length, result.outcomes.filter(isLeftOut).length);
      if (taken.length > 0) writeOwn(result.own, said, true);
      else remark.value = { section: 'servers', text: said };
    },
    exportText(): void {
      const file = actions.saveFile(exportProfiles(data.value?.profiles.own ?? []));
      remark.value = { section: 'servers', text: text.exported(file) };
    },
  };
}

function isLeftOut({ outcome }: ImportResult['outcomes'][number]): boolean {
  return outcome === 'refused' || outcome === 'managed' || outcome === 'twice';
}
