import { TrackerListView, type TrackerListViewProps } from '@/components/trackers/TrackerListView';
import type { Searched } from '@/components/trackers/searched';
import { ALL_TRACKERS } from '@/lib/core/tracker/filter';
import { parseSearch } from '@/lib/core/tracker/search/parse';

import { NOT_SWITCHING, NOTHING_ELSE, tracker } from '../../unit/components/trackers/build';
import { Press } from '../press';
import { nothing, statesOf } from '../state';

const MANY = Array.from({ length: 2_000 }, (_, index) =>
  tracker(index + 1, `Harbour Coffee, flight ${index + 1}, a name that goes on and on to its end`),
);

const list = (change: Partial<TrackerListViewProps> = {}) => (
  <main class="pb-app pb-popup">
    <TrackerListView
      shown={MANY}
      total={MANY.length}
      filter={ALL_TRACKERS}
      onFilter={nothing}
      searched={NOTHING_ELSE}
      order={null}
      onOrder={nothing}
      switching={NOT_SWITCHING}
      advertiserId={700_101}
      syncing={false}
      progress={null}
      waitingUntil={null}
      failure={null}
      message={null}
      canCreate
      focus={null}
      onRefresh={nothing}
      onStop={nothing}
      onNew={nothing}
      onSheet={nothing}
      onEdit={nothing}
      onBuild={nothing}
      onCopy={async () => ({ kind: 'pass', text: 'Copied.' })}
      {...change}
    />
  </main>
);

/** A list as something is searched in it. */
const searching = (search: string, searched: Partial<Searched> = {}) => ({
  filter: { ...ALL_TRACKERS, search },
  searched: { ...NOTHING_ELSE, query: parseSearch(search, 0), ...searched },
});

export const trackers = statesOf('trackers', {
  list: () => list(),
  'list-said': () => list({ message: 'Saved Harbour Coffee.' }),
  'list-read-only': () =>
    list({ canCreate: false, switching: { ...NOT_SWITCHING, onSwitch: null } }),
  'list-switched': () =>
    list({
      switching: { ...NOT_SWITCHING, saving: new Map([[2, 'active']]), switched: MANY[3] ?? null },
    }),
  'list-sorted': () => list({ order: { column: 'publisher', isDescending: true } }),
  'list-help': () => <Press at={['.pb-search-ask']}>{list()}</Press>,
  'list-mistake': () => (
    <Press at={['input[type=search]']}>
      {list({
        ...searching('state:paused modified:>7d'),
        shown: MANY.slice(0, 3),
      })}
    </Press>
  ),
  'list-elsewhere': () =>
    list({
      ...searching('1, 2, 700, 701', { elsewhere: 1, absent: [700, 701] }),
      shown: [...MANY.slice(0, 2), { ...tracker(90_253, 'Of another'), advertiserId: 700_102 }],
    }),
  'list-number': () => list({ ...searching('90253'), shown: [] }),
  'list-absent': () => list({ ...searching('id:90253', { absent: [90_253] }), shown: [] }),
  'list-asking': () => list({ ...searching('id:90253', { isAsking: true }), shown: [] }),
  'list-no-field': () => list({ ...searching('publsher:tide'), shown: [] }),
  'list-loading': () => list({ shown: [], total: 0, syncing: true }),
  'list-syncing': () => list({ syncing: true, progress: { loaded: 300, total: 2_000 } }),
  'list-waiting': () => list({ syncing: true, waitingUntil: Date.now() + 42_000 }),
  'list-failed': () =>
    list({ failure: { code: 'service-down', detail: 'HTTP 503', retryAfterSeconds: null } }),
  'list-empty': () => list({ shown: [], total: 0 }),
  'list-none-found': () =>
    list({ shown: [], filter: { ...ALL_TRACKERS, search: 'nothing like this' } }),
});
