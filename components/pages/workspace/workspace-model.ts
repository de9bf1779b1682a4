import { batch, computed, effect, signal, untracked } from '@preact/signals';

import { createKeysModel } from '@/components/account/keys-model';
import type { BulkModel } from '@/components/bulk/bulk-model';
import type { TrackersModel } from '@/components/pages/trackers/trackers-model';
import type { ReportsModel } from '@/components/reports/reports-model';
import type { SheetModel } from '@/components/sheets/sheet-model';
import type { ActsModel } from '@/components/trackers/acts/acts-model';
import type { PassportActions } from '@/components/trackers/passport/passport-actions';
import type { TrialModel } from '@/components/trial/trial-model';
import type { HarModel } from '@/components/verification/har-model';
import type { RecordingsModel } from '@/components/verification/recordings-model';
import type { VisitsModel } from '@/components/visits/visits-model';
import { ALL_TRACKERS } from '@/lib/core/tracker/filter';
import { accountOf } from '@/lib/core/account/session';
import type { Notice } from '@/lib/messaging/notices';

import { type Place, placeAt } from './address';

export type WorkspaceModel = ReturnType<typeof createWorkspaceModel>;

interface WorkspaceRooms {
  readonly trackers: TrackersModel;
  readonly bulk: BulkModel;
  readonly acts: ActsModel;
  readonly passport: PassportActions;
  readonly sheets: SheetModel;
  readonly recordings: RecordingsModel;
  readonly har: HarModel;
  readonly trial: TrialModel;
  readonly visits: VisitsModel;
  /** Without it there is no such place. */
  readonly reports?: ReportsModel;
}

/** Where in the workspace the person is; each place is brought up to date as it is entered. */
export function createWorkspaceModel(rooms: WorkspaceRooms) {
  const place = signal<Place>({ name: 'trackers', route: { view: 'list' } });

  /** Goes where an address leads, from its `#` on. */
  function enter(hash: string): void {
    const next = placeAt(hash);
    if (next.name === 'reports' && next.id === null) void takeSubject(place.value);
    batch(() => {
      place.value = next;
      if (next.name === 'trackers') {
        rooms.trackers.route.value = next.route;
        const { search } = next;
        if (search !== undefined) rooms.trackers.filter.value = { ...ALL_TRACKERS, search };
      }
      rooms.trackers.isAway.value = next.name !== 'trackers';
      // What was said there is old by the time a person comes back.
      if (next.name !== 'trackers') rooms.trackers.message.value = null;
    });
    void rooms.trackers.follow();
    if (next.name === 'bulk') void rooms.bulk.enter();
    if (next.name === 'runs') {
      if (next.id === null) void rooms.bulk.runs.load();
      else void rooms.bulk.runs.open.choose(next.id);
    }
    if (next.name === 'try') void rooms.trial.enter(next.key);
    if (next.name === 'reports') {
      if (next.id === null) void rooms.reports?.load();
      else void rooms.reports?.open.choose(next.id);
    }
    if (next.name !== 'verifications') return;
    if (next.id === null) void rooms.recordings.load();
    else void rooms.recordings.open.choose(next.id);
  }

  /** Who comes from a tracker is asked about that one first. */
  async function takeSubject(from: Place): Promise<void> {
    const { reports, passport } = rooms;
    if (!reports || from.name !== 'trackers' || from.route.view === 'list') return;
    const { trackerId } = from.route;
    const tracker = trackerId === null ? null : await passport.findTracker(trackerId);
    if (!tracker || tracker.advertiserId !== rooms.trackers.advertiser.value?.id) return;
    const { id, name, lineItem, publisher } = tracker;
    reports.subject.value = { tracker: { id, name }, lineItem, publisher };
  }

  const owner = computed(() => {
    const session = rooms.trackers.session.value;
    return session && accountOf(session);
  });
  // Sheets are of the advertiser that is chosen under Trackers, and of who is signed in.
  effect(() => {
    const { phase, advertiser } = rooms.trackers;
    if (phase.value === 'loading') return;
    void [advertiser.value?.id, owner.value];
    untracked(() => {
      void rooms.sheets.start();
      rooms.bulk.start();
      if (place.value.name === 'bulk') void rooms.bulk.enter();
      if (place.value.name === 'runs' && place.value.id === null) void rooms.bulk.runs.load();
      if (rooms.reports) rooms.reports.subject.value = null;
      if (place.value.name === 'reports') void rooms.reports?.refresh();
    });
  });

  // What is open of one has no place among the data of another.
  let before: string | null = null;
  effect(() => {
    const isOther = before !== null && owner.value !== null && owner.value !== before;
    before = owner.value ?? before;
    if (!isOther) return;
    untracked(() => {
      if (place.value.name === 'trackers') rooms.trackers.go({ view: 'list' });
    });
  });

  /** What is told to all pages. */
  function hear(notice: Notice): void {
    rooms.trackers.hear(notice);
    rooms.bulk.hear(notice);
    rooms.recordings.hearNotice(notice);
    if (place.value.name === 'reports') rooms.reports?.hear(notice);
  }

  const keys = createKeysModel(rooms.trackers.actions.signIns);
  return { ...rooms, keys, place, enter, hear };
}
