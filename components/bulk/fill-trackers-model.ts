import { type ReadonlySignal, signal } from '@preact/signals';

import { type FillState, outcomeOf } from '@/components/sheets/fill-model';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import type { FillOrder } from '@/lib/core/table/plan-fill';
import { tagForRow } from '@/lib/core/tag-sheet/tag-for-row';
import type { CheckedSheet } from '@/lib/core/tracker-sheet/check-sheet';
import { type TrackerFill, trackerFill } from '@/lib/core/tracker-sheet/fill';
import {
  planFills,
  planTags,
  runFills,
  type TagFor,
  type TagPlan,
  type TagsFor,
  trackerOfRow,
} from '@/lib/core/tracker-sheet/fill-rows';
import { type FileMismatch, fileMismatch } from '@/lib/core/tracker-sheet/match-file';
import type { OpenTrackerSheet } from '@/lib/core/tracker-sheet/open-sheet';
import type { Run, RunRow } from '@/lib/core/tracker-sheet/run';
import { trackerFillWords } from '@/lib/text/sheets/fill';
import { planResultText, runResultText } from '@/lib/text/trackers/row-result';

import type { FillActions } from './bulk-actions';

/** How giving back a file of trackers goes. */
export type FillTrackersState =
  | FillState
  | { readonly step: 'reading'; readonly name: string }
  | { readonly step: 'other'; readonly name: string; readonly mismatch: FileMismatch };

export type FillTrackersModel = ReturnType<typeof createFillTrackersModel>;

/** A file whose bytes are held. */
interface Held {
  readonly name: string;
  readonly bytes: Blob;
}
interface FillJob {
  readonly file: Held;
  readonly sheet: string;
  readonly order: FillOrder;
}
/** What is filled in: a dry run, or a run by its id. */
type Subject = CheckedSheet | string;

const IDLE: FillState = { step: 'idle' };
const ignore = () => {};

/**
 * Fills what a dry run has found, or what came of a run, into the file that it is of. The file of a run is held as long as the page
 * is open; later it is given again, and held against the run before anything is filled in.
 */
export function createFillTrackersModel(
  actions: FillActions,
  servers: ReadonlySignal<readonly AdServer[]>,
) {
  const now = signal<{ readonly of: Subject | null; readonly state: FillTrackersState }>({
    of: null,
    state: IDLE,
  });
  const tagsFor = signal<TagsFor>({ kind: 'row' });
  const held = signal<(Held & { readonly run: string }) | null>(null);
  let working = new AbortController();

  const stateOf = (of: Subject) => (now.value.of === of ? now.value.state : IDLE);

  async function fill(
    of: Subject,
    first: FillTrackersState,
    prepare: (ended: AbortSignal) => Promise<FillJob | FillTrackersState>,
  ): Promise<void> {
    working.abort();
    const { signal: ended } = (working = new AbortController());
    const say = (state: FillTrackersState) => {
      if (!ended.aborted) now.value = { of, state };
    };
    say(first);
    try {
      const job = await prepare(ended);
      if ('step' in job) return say(job);
      ended.throwIfAborted();
      say({ step: 'filling' });
      const file = new File([job.file.bytes], job.file.name);
      say({ step: 'saved', ...(await actions.fillFile(file, job.sheet, job.order, ended)) });
    } catch (error) {
      say(outcomeOf(error));
    }
  }

  /** The tags of these trackers, as far as they are known. */
  async function tagsOf(sheet: OpenTrackerSheet, ids: readonly (number | null)[]) {
    const tags = planTags(tagsFor.value, sheet, servers.value);
    const wanted = tags.servers.length === 0 ? [] : ids.flatMap((id) => id ?? []);
    const found = wanted.length === 0 ? [] : await actions.findTrackers(wanted);
    const known = {
      trackers: new Map(found.map((tracker) => [tracker.id, tracker])),
      servers: servers.value,
    };
    const tagFor: TagFor = (trackerId, { id: serverId }) =>
      tagForRow({ trackerId, serverId }, known);
    return { tags, tagFor };
  }

  /** What is filled in below the titles of a sheet. */
  const orderOf = (
    sheet: OpenTrackerSheet,
    { servers: all }: TagPlan,
    rows: readonly TrackerFill[],
  ) =>
    trackerFill(
      { headerRow: sheet.header.row, adServers: all.map(({ name }) => name), rows },
      trackerFillWords,
    );

  /** Fills in what a dry run has found, into the file as it was read. */
  function fillChecked(checked: CheckedSheet, sheet: OpenTrackerSheet, file: Held): Promise<void> {
    return fill(checked, { step: 'filling' }, async () => {
      const { rows } = checked;
      const { tags, tagFor } = await tagsOf(
        sheet,
        rows.map(({ tracker }) => tracker?.id ?? null),
      );
      const fills = planFills(rows, { tags, tagFor, resultOf: planResultText });
      const order = orderOf(sheet, tags, fills);
      return { file, sheet: sheet.name, order };
    });
  }

  /** Fills in what came of a run, into the file that is held or given, if that is the one that was run. */
  function fillRun({ id }: Run, rows: readonly RunRow[], given?: File): Promise<void> {
    const kept = held.value?.run === id ? held.value : null;
    const file = given ? { name: given.name, bytes: given } : kept;
    if (file === null) return Promise.resolve();
    const { name } = file;
    return fill(id, { step: 'reading', name }, async (ended) => {
      const bytes = await actions.hold(file.bytes);
      const memory = await actions.readColumns();
      const sheet = await actions.readFile(bytes, ignore, ended, memory);
      const mismatch = fileMismatch(sheet, rows);
      if (mismatch) return { step: 'other', name, mismatch };
      if (!ended.aborted) held.value = { run: id, name, bytes };
      const { tags, tagFor } = await tagsOf(sheet, rows.map(trackerOfRow));
      const fills = runFills(rows, { tags, tagFor, resultOf: runResultText });
      const order = orderOf(sheet, tags, fills);
      return { file: { name, bytes }, sheet: sheet.name, order };
    });
  }

  return {
    servers,
    tagsFor,
    stateOf,
    isHeld: (run: string) => held.value?.run === run,
    /** Holds the file of a run that has begun. */
    hold: (run: string, file: Held) => void (held.value = { run, ...file }),
    /** Another person may be here by now. */
    forget(): void {
      working.abort();
      held.value = null;
      now.value = { of: null, state: IDLE };
    },
    /** Ends what is under way for this one, and says nothing of it any more. */
    leave(of: Subject): void {
      if (now.value.of !== of) return;
      working.abort();
      now.value = { of: null, state: IDLE };
    },
    fillChecked,
    fillRun,
  };
}
