import { computed, signal } from '@preact/signals';

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
import { type Failure, toFailure } from '@/lib/core/base/errors';
import { MAX_IMPORT_BYTES } from '@/lib/core/base/limits';
import { optionsText as text } from '@/lib/text/pages/options';

import type { OptionsActions, OptionsData } from './options-actions';

export type OptionsModel = ReturnType<typeof createOptionsModel>;

/** A remark at the section where something was done, and how to take it back. */
export interface Remark {
  readonly section: 'consoles' | 'servers' | 'button';
  readonly text: string;
  readonly undo?: () => void;
}

/** The options page's state and what changes it. Views read the signals; nothing here draws. */
export function createOptionsModel(actions: OptionsActions) {
  const data = signal<OptionsData | null>(null);
  const failure = signal<Failure | null>(null);
  const remark = signal<Remark | null>(null);
  const imported = signal<ImportResult | null>(null);
  /** The open form, and whether it came back from an earlier visit. */
  const form = signal<{ draft: ProfileDraft; isRestored: boolean } | null>(null);

  const servers = computed(() => {
    const profiles = data.value?.profiles;
    return profiles ? mergeProfiles(AD_SERVERS, profiles.managed, profiles.own) : AD_SERVERS;
  });
  const consoles = computed(() => listConsoles(servers.value, data.value?.consoles.states ?? {}));

  async function reload(): Promise<void> {
    try {
      data.value = await actions.load();
    } catch (error) {
      failure.value = toFailure(error);
    }
  }

  async function start(): Promise<void> {
    actions.onChange(() => void reload());
    const kept = ProfileDraftSchema.safeParse(await actions.readDraft().catch(() => null));
    if (kept.success) form.value = { draft: kept.data, isRestored: true };
    await reload();
  }

  /** Runs an action and says how it went. Nothing is awaited before it, so that a prompt may come. */
  function attempt(run: () => Promise<unknown>, done?: Remark): void {
    failure.value = null;
    remark.value = null;
    run().then(
      async () => {
        await reload();
        if (done) remark.value = done;
      },
      (error: unknown) => {
        failure.value = toFailure(error);
      },
    );
  }

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
    start,
    attempt,
    openForm(draft: ProfileDraft): void {
      remark.value = null;
      imported.value = null;
      form.value = { draft, isRestored: false };
    },
    editForm(draft: ProfileDraft): void {
      form.value = { draft, isRestored: form.value?.isRestored ?? false };
      void actions.writeDraft(draft);
    },
    closeForm(): void {
      form.value = null;
      void actions.clearDraft();
    },
    save(row: ProfileRow, name: string): void {
      const own = data.value?.profiles.own ?? [];
      const isThere = own.some(({ id }) => id === row.id);
      writeOwn(
        isThere ? own.map((other) => (other.id === row.id ? row : other)) : [...own, row],
        text.saved(name),
      );
      form.value = null;
      void actions.clearDraft();
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
