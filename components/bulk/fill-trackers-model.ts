import { type ReadonlySignal, signal } from '@preact/signals';

import { type FillState, outcomeOf } from '@/components/sheets/fill-model';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import type { FillOrder } from '@/lib/core/table/plan-fill';
import { tagForRow } from '@/lib/core/tag-sheet/tag-for-row';
import type { CheckedSheet } from '@/lib/core/tracker-sheet/check-sheet';
import { trackerFill } from '@/lib/core/tracker-sheet/fill';
import {
  planFills,
  runFills,
  type TagOfId,
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
  /** The ad server for which tags are filled in; `null` where none are. */
  const serverId = signal<string | null>(null);
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

  /** The tags of these trackers for the ad server that is chosen: of those that are known. */
  async function tagsOf(
    ids: readonly (number | null)[],
  ): Promise<{ readonly adServers: readonly string[]; readonly tagOf: TagOfId | null }> {
    const server = servers.value.find(({ id }) => id === serverId.value);
    if (!server) return { adServers: [], tagOf: null };
    const found = await actions.findTrackers(ids.flatMap((id) => id ?? []));
    const known = {
      trackers: new Map(found.map((tracker) => [tracker.id, tracker])),
      servers: servers.value,
    };
    const tagOf = (trackerId: number) => tagForRow({ trackerId, serverId: server.id }, known);
    return { adServers: [server.name], tagOf };
  }

  /** Fills in what a dry run has found, into the file as it was read. */
  function fillChecked(checked: CheckedSheet, sheet: OpenTrackerSheet, file: Held): Promise<void> {
    return fill(checked, { step: 'filling' }, async () => {
      const { adServers, tagOf } = await tagsOf(
        checked.rows.map(({ tracker }) => tracker?.id ?? null),
      );
      const rows = planFills(checked.rows, tagOf, planResultText);
      const headerRow = sheet.header.row;
      const order = trackerFill({ headerRow, adServers, rows }, trackerFillWords);
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
      const { adServers, tagOf } = await tagsOf(rows.map(trackerOfRow));
      const headerRow = sheet.header.row;
      const fills = runFills(rows, tagOf, runResultText);
      const order = trackerFill({ headerRow, adServers, rows: fills }, trackerFillWords);
      return { file: { name, bytes }, sheet: sheet.name, order };
    });
  }

  return {
    servers,
    serverId,
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
