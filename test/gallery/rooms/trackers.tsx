import { TrackerListView, type TrackerListViewProps } from '@/components/trackers/TrackerListView';
import { ALL_TRACKERS } from '@/lib/core/tracker/filter';

import { tracker } from '../../unit/components/trackers/build';
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

export const trackers = statesOf('trackers', {
  list: () => list(),
  'list-said': () => list({ message: 'Saved Harbour Coffee.' }),
  'list-read-only': () => list({ canCreate: false }),
  'list-loading': () => list({ shown: [], total: 0, syncing: true }),
  'list-syncing': () => list({ syncing: true, progress: { loaded: 300, total: 2_000 } }),
  'list-waiting': () => list({ syncing: true, waitingUntil: Date.now() + 42_000 }),
  'list-failed': () =>
    list({ failure: { code: 'service-down', detail: 'HTTP 503', retryAfterSeconds: null } }),
  'list-empty': () => list({ shown: [], total: 0 }),
  'list-none-found': () =>
    list({ shown: [], filter: { ...ALL_TRACKERS, search: 'nothing like this' } }),
});
