import { batch, type ReadonlySignal, signal } from '@preact/signals';

import { createDraft } from '@/components/stores/draft';
import { createTurns } from '@/components/stores/turns';
import { type Failure, toFailure } from '@/lib/core/base/errors';
import { MAX_FILE_BYTES } from '@/lib/core/base/limits';
import { z } from '@/lib/core/base/schema';
import { rememberColumns } from '@/lib/core/table/column-memory';
import { type FileProblem, SheetFileError } from '@/lib/core/table/file-problem';
import type { ReadProgress } from '@/lib/core/table/read-progress';
import type { TrackerColumnChoice } from '@/lib/core/tracker-sheet/columns';
import type { TrackerColumnOffer } from '@/lib/core/tracker-sheet/header';
import type { OpenTrackerSheet } from '@/lib/core/tracker-sheet/open-sheet';
import { NoTrackersError } from '@/lib/core/tracker-sheet/sheet-reader';
import { bulkDraftKey } from '@/lib/core/tracker/draft-key';
import type { Ref } from '@/lib/core/tracker/tracker';

import type { PrepareActions } from './bulk-actions';

/** A sheet as it was given: a file, or what was pasted, which has no name. */
const SourceSchema = z.object({
  name: z.string().check(z.maxLength(300)),
  bytes: z.instanceof(Blob),
});
type Source = z.infer<typeof SourceSchema>;
/** What is typed or pasted and not taken yet, in characters at most. */
const MAX_TYPED = 2_000_000;
const TypedSchema = z.string().check(z.maxLength(MAX_TYPED));

/** Where the reading of a sheet stands. */
export type SourceState =
  | { readonly step: 'none' }
  | { readonly step: 'reading'; readonly name: string; readonly progress: ReadProgress | null }
  | {
      readonly step: 'refused';
      readonly name: string;
      readonly problem: FileProblem;
      /** The columns to choose from, where none were recognised. */
      readonly offer: TrackerColumnOffer | null;
    }
  | { readonly step: 'failed'; readonly name: string; readonly failure: Failure }
  | { readonly step: 'read'; readonly name: string; readonly sheet: OpenTrackerSheet };

export type SourceModel = ReturnType<typeof createSourceModel>;

/** Has a sheet read that is pasted or dropped, and again where a person chose its columns. It is kept until another comes. */
export function createSourceModel(
  actions: PrepareActions,
  advertiser: ReadonlySignal<Ref | null>,
  onFailure: (failure: Failure) => void,
) {
  const state = signal<SourceState>({ step: 'none' });
  /** The list of columns in which something was chosen, until it has the focus again. */
  const touched = signal<string | null>(null);
  const typed = signal('');
  const takeTurn = createTurns();
  let working = new AbortController();
  let given: Source | null = null;
  /** As it was read, whatever becomes of its file. */
  let held: Source | null = null;
  const draftOf = (id: number) => createDraft(actions, bulkDraftKey(id, 'source'), SourceSchema);

  const typedOf = (id: number) => createDraft(actions, bulkDraftKey(id, 'typed'), TypedSchema);

  /** Keeps what stands in the field. What is longer than is kept is whole as long as the page is open. */
  function type(next: string): void {
    typed.value = next;
    const owner = advertiser.value;
    if (owner === null) return;
    const draft = typedOf(owner.id);
    const kept = next === '' ? draft.clear() : draft.write(next.slice(0, MAX_TYPED));
    kept.catch((error: unknown) => onFailure(toFailure(error)));
  }

  function keep(source: Source | null): void {
    given = source;
    const owner = advertiser.value;
    if (owner === null) return;
    const draft = draftOf(owner.id);
    const kept = source === null ? draft.clear() : draft.write(source);
    kept.catch((error: unknown) => onFailure(toFailure(error)));
  }

  async function read({ name, bytes }: Source, before = async () => {}): Promise<void> {
    working.abort();
    const { signal: ended } = (working = new AbortController());
    const isLast = takeTurn();
    state.value = { step: 'reading', name, progress: null };
    const onProgress = (progress: ReadProgress) => {
      if (isLast()) state.value = { step: 'reading', name, progress };
    };
    try {
      held = null;
      if (bytes.size > MAX_FILE_BYTES) throw new SheetFileError('too-large');
      await before();
      const memory = await actions.readColumns();
      if (!isLast()) return;
      const bytesNow = await actions.hold(bytes);
      if (!isLast()) return;
      held = { name, bytes: bytesNow };
      const sheet = await actions.readFile(bytesNow, onProgress, ended, memory);
      if (isLast()) state.value = { step: 'read', name, sheet };
    } catch (error) {
      if (!isLast()) return;
      const offer = error instanceof NoTrackersError ? error.offer : null;
      state.value =
        error instanceof SheetFileError
          ? { step: 'refused', name, problem: error.problem, offer }
          : { step: 'failed', name, failure: toFailure(error) };
    }
  }

  return {
    state,
    /** What was read last; of a file the name and the bytes, of what was pasted no name. */
    held: () => held,
    typed,
    type,
    touched,
    forgetTouched: () => void (touched.value = null),
    /** Takes a sheet and has it read. */
    take(name: string, bytes: Blob): Promise<void> {
      touched.value = null;
      const source = { name: name.slice(0, 300), bytes };
      // One that is too large is not kept either.
      keep(bytes.size > MAX_FILE_BYTES ? null : source);
      return read(source);
    },
    /** Reads it again with these columns, or as recognised, and keeps that for others like it. */
    async choose(list: string, choice: TrackerColumnChoice | null): Promise<void> {
      const at = state.value;
      const offer = at.step === 'read' ? at.sheet.offer : at.step === 'refused' ? at.offer : null;
      if (!offer || !given) return;
      touched.value = list;
      await read(given, () =>
        actions.changeColumns((all) => rememberColumns(all, offer.fingerprint, choice)),
      );
    },
    /** Ends what is under way, and forgets it. */
    reset(): void {
      working.abort();
      takeTurn();
      keep(null);
      state.value = { step: 'none' };
    },
    /** Takes up the sheet of an earlier visit. */
    async open(owner: Ref | null): Promise<void> {
      working.abort();
      const isLast = takeTurn();
      batch(() => {
        given = null;
        typed.value = '';
        state.value = { step: 'none' };
      });
      if (owner === null) return;
      const [kept, before] = await Promise.all([
        draftOf(owner.id).read(),
        typedOf(owner.id).read(),
      ]);
      if (!isLast()) return;
      if (typed.value === '') typed.value = before ?? '';
      if (!kept) return;
      given = kept;
      await read(kept);
    },
  };
}
