import { batch, computed, signal } from '@preact/signals';

import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import type { Change } from '@/lib/core/base/change';
import { type Failure, toFailure } from '@/lib/core/base/errors';
import { z } from '@/lib/core/base/schema';
import {
  checkSheetChoices,
  DEFAULT_SHEET_CHOICES,
  type SheetChoices,
  SheetChoicesSchema,
} from '@/lib/core/tag-sheet/choices';
import { countRows, type SheetOrder } from '@/lib/core/tag-sheet/sheet-table';
import { patchList } from '@/lib/core/tracker/patch-list';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';
import type { Notice } from '@/lib/messaging/notices';
import { sheetPageText as text } from '@/lib/text/sheets/page';

import { createCheckModel } from './check-model';
import type { SheetActions } from './sheet-actions';

export type SheetModel = ReturnType<typeof createSheetModel>;
export type SheetView = 'make' | 'check';
export type Delivery = 'xlsx' | 'csv' | 'table';

const DraftSchema = z.object({ view: z.enum(['make', 'check']), choices: SheetChoicesSchema });

/** The page's state and what changes it. Views read the signals; nothing here draws. */
export function createSheetModel(actions: SheetActions) {
  const phase = signal<'loading' | 'ready' | 'failed'>('loading');
  const failure = signal<Failure | null>(null);
  const signedIn = signal(false);
  const advertiser = signal<Ref | null>(null);
  const trackers = signal<readonly Tracker[]>([]);
  const unreadable = signal(0);
  const servers = signal<readonly AdServer[]>(AD_SERVERS);
  const view = signal<SheetView>('make');
  const choices = signal<SheetChoices>(DEFAULT_SHEET_CHOICES);
  const busy = signal<Delivery | null>(null);
  const said = signal<{ kind: 'pass' | 'warning'; text: string } | null>(null);

  const chosenIds = computed(() => new Set(choices.value.trackerIds));
  const chosenTrackers = computed(() => trackers.value.filter(({ id }) => chosenIds.value.has(id)));
  const chosenServers = computed(() =>
    servers.value
      .filter(({ id }) => choices.value.adServerIds.includes(id))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  );
  const order = computed<SheetOrder | null>(() =>
    advertiser.value === null
      ? null
      : {
          advertiser: advertiser.value,
          trackers: chosenTrackers.value,
          servers: chosenServers.value,
          choices: choices.value,
          today: actions.today(),
        },
  );
  const rowCount = computed(() => (order.value === null ? 0 : countRows(order.value)));
  const problems = computed(() => checkSheetChoices(choices.value, rowCount.value));

  let starting: Promise<void> = Promise.resolve();
  function start(): Promise<void> {
    starting = read();
    return starting;
  }

  async function read(): Promise<void> {
    try {
      const started = await actions.start();
      const kept = DraftSchema.safeParse(started.kept);
      batch(() => {
        signedIn.value = started.signedIn;
        advertiser.value = started.advertiser;
        trackers.value = started.trackers;
        unreadable.value = started.unreadable;
        servers.value = started.servers;
        if (kept.success) {
          choices.value = kept.data.choices;
          view.value = kept.data.view;
        } else if (started.username !== null) {
          choices.value = { ...DEFAULT_SHEET_CHOICES, author: started.username };
        }
        failure.value = null;
        phase.value = 'ready';
      });
    } catch (error) {
      batch(() => {
        failure.value = toFailure(error);
        phase.value = 'failed';
      });
    }
  }

  /** Patches what was changed in another window or by the background. */
  function hear(notice: Notice): void {
    if (notice.kind !== 'changed') return;
    const { change } = notice;
    if (change.what === 'trackers' && change.ids !== null) {
      patch(change.ids).catch((error: unknown) => (failure.value = toFailure(error)));
    } else if (change.what === 'trackers' || isOfAdvertiser(change)) void start();
  }

  async function patch(ids: readonly number[]): Promise<void> {
    await starting;
    const found = await actions.findTrackers(ids);
    const chosen = advertiser.value;
    if (chosen) trackers.value = patchList(trackers.value, chosen.id, ids, found);
  }

  function keep(): void {
    const id = advertiser.value?.id;
    if (id === undefined) return;
    actions
      .keep(id, { view: view.value, choices: choices.value })
      .catch((error: unknown) => (failure.value = toFailure(error)));
  }

  function change(part: Partial<SheetChoices>): void {
    batch(() => {
      choices.value = { ...choices.value, ...part };
      said.value = null;
    });
    keep();
  }

  function toggleTracker(id: number): void {
    const { trackerIds } = choices.value;
    const has = chosenIds.value.has(id);
    change({ trackerIds: has ? trackerIds.filter((it) => it !== id) : [...trackerIds, id] });
  }

  function addTrackers(ids: readonly number[]): void {
    change({ trackerIds: [...new Set([...choices.value.trackerIds, ...ids])] });
  }

  function toggleServer(id: string, on: boolean): void {
    const others = choices.value.adServerIds.filter((it) => it !== id);
    change({ adServerIds: on ? [...others, id] : others });
  }

  function show(next: SheetView): void {
    view.value = next;
    keep();
  }

  /** Makes the sheet and hands it over; one at a time. */
  async function deliver(how: Delivery): Promise<void> {
    const made = order.value;
    if (made === null || busy.value !== null) return;
    batch(() => {
      busy.value = how;
      said.value = null;
      failure.value = null;
    });
    try {
      await actions.breathe();
      said.value = await handOver(how, made);
    } catch (error) {
      failure.value = toFailure(error);
    } finally {
      busy.value = null;
    }
  }

  async function handOver(how: Delivery, made: SheetOrder): Promise<typeof said.value> {
    if (how === 'table') {
      return (await actions.copyTable(made))
        ? { kind: 'pass', text: text.copied(countRows(made)) }
        : { kind: 'warning', text: text.copyFailed };
    }
    const name = await (how === 'xlsx' ? actions.saveXlsx(made) : actions.saveCsv(made));
    return { kind: 'pass', text: text.saved(name) };
  }

  return {
    actions,
    phase,
    failure,
    signedIn,
    advertiser,
    trackers,
    unreadable,
    servers,
    view,
    choices,
    chosenIds,
    chosenTrackers,
    chosenServers,
    order,
    rowCount,
    problems,
    busy,
    said,
    checking: createCheckModel(actions, () => ({
      servers: servers.value,
      costIsPerImpression: choices.value.costIsPerImpression,
    })),
    start,
    hear,
    change,
    toggleTracker,
    addTrackers,
    toggleServer,
    show,
    deliver,
  };
}

function isOfAdvertiser(change: Change): boolean {
  return change.what === 'settings' && (change.ids?.includes('advertiser') ?? true);
}
