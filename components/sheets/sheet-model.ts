import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';

import { createAttempt } from '@/components/stores/attempt';
import { createDraft } from '@/components/stores/draft';
import { createTurns } from '@/components/stores/turns';
import type { Said } from '@/components/ui/Notice';
import type { SessionInfo } from '@/lib/core/account/session';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { z } from '@/lib/core/base/schema';
import {
  checkSheetChoices,
  DEFAULT_SHEET_CHOICES,
  type SheetChoices,
  SheetChoicesSchema,
} from '@/lib/core/tag-sheet/choices';
import { countRows, type SheetOrder } from '@/lib/core/tag-sheet/sheet-table';
import { tagSheetDraftKey } from '@/lib/core/tracker/draft-key';
import type { Ref, Tracker } from '@/lib/core/tracker/tracker';
import { sheetPageText as text } from '@/lib/text/sheets/page';

import { createCheckModel } from './check-model';
import { createFillModel } from './fill-model';
import type { SheetActions } from './sheet-actions';

export type SheetModel = ReturnType<typeof createSheetModel>;
export type SheetView = 'make' | 'check';
export type Delivery = 'xlsx' | 'csv' | 'table';

const DraftSchema = z.object({ view: z.enum(['make', 'check']), choices: SheetChoicesSchema });

/** What sheets are made of: stores that belong to the page. */
export interface SheetStores {
  readonly session: ReadonlySignal<Pick<SessionInfo, 'username'> | null>;
  readonly advertiser: ReadonlySignal<Ref | null>;
  readonly trackers: ReadonlySignal<readonly Tracker[]>;
  /** How many more are cached that cannot be read. */
  readonly unreadable: ReadonlySignal<number>;
  readonly servers: ReadonlySignal<readonly AdServer[]>;
  /** Hosts at which the person's own names lead to the service. */
  readonly ownHosts: ReadonlySignal<readonly string[]>;
  /** Brings the list of trackers up to date. */
  readonly refresh: (whole: boolean) => Promise<void>;
}

/** The state of sheets and what changes it. Views read the signals; nothing here draws. */
export function createSheetModel(actions: SheetActions, stores: SheetStores) {
  const { session, advertiser, trackers, servers } = stores;
  const attempt = createAttempt<Said>();
  const { phase, failure, said } = attempt;
  const view = signal<SheetView>('make');
  const choices = signal<SheetChoices>(DEFAULT_SHEET_CHOICES);
  const busy = signal<Delivery | null>(null);
  const takeTurn = createTurns();

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

  const draftOf = ({ id }: Ref) => createDraft(actions, tagSheetDraftKey(id), DraftSchema);

  /** Takes up what was chosen before for the advertiser. */
  function start(): Promise<void> {
    const isLast = takeTurn();
    return attempt.run(async () => {
      const kept = advertiser.value && (await draftOf(advertiser.value).read());
      if (!isLast()) return;
      const author = session.value?.username ?? '';
      batch(() => {
        choices.value = kept?.choices ?? { ...DEFAULT_SHEET_CHOICES, author };
        if (kept) view.value = kept.view;
        failure.value = null;
        phase.value = 'ready';
      });
    }, isLast);
  }

  function keep(): void {
    if (advertiser.value === null) return;
    draftOf(advertiser.value)
      .write({ view: view.value, choices: choices.value })
      .catch(attempt.fail);
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

  function addTrackers(ids: readonly number[], dropped: readonly number[] = []): void {
    const gone = new Set(dropped);
    const kept = choices.value.trackerIds.filter((id) => !gone.has(id));
    change({ trackerIds: [...new Set([...kept, ...ids])] });
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
    attempt.begin();
    busy.value = how;
    await attempt.run(async () => {
      await actions.breathe();
      said.value = await handOver(how, made);
    });
    busy.value = null;
  }

  async function handOver(how: Delivery, made: SheetOrder): Promise<Said> {
    if (how === 'table') {
      return (await actions.copyTable(made))
        ? { kind: 'pass', text: text.copied(countRows(made)) }
        : { kind: 'warning', text: text.copyFailed };
    }
    const name = await (how === 'xlsx' ? actions.saveXlsx(made) : actions.saveCsv(made));
    return { kind: 'pass', text: text.saved(name) };
  }

  const context = () => ({
    servers: servers.value,
    ownHosts: stores.ownHosts.value,
    costIsPerImpression: choices.value.costIsPerImpression,
    trackers: new Map(trackers.value.map((it) => [it.id, it])),
  });
  const checking = createCheckModel(actions, context);

  return {
    actions,
    phase,
    failure,
    session,
    advertiser,
    trackers,
    unreadable: stores.unreadable,
    servers,
    refresh: stores.refresh,
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
    checking,
    filling: createFillModel(actions, checking, context),
    start,
    change,
    toggleTracker,
    addTrackers,
    toggleServer,
    show,
    deliver,
  };
}
