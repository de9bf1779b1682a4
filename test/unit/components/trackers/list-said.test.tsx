// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { TrackerListView, type TrackerListViewProps } from '@/components/trackers/TrackerListView';
import type { Failure } from '@/lib/core/base/errors';
import { ALL_TRACKERS } from '@/lib/core/tracker/filter';
import type { Tracker } from '@/lib/core/tracker/tracker';

import { NOT_SWITCHING, NOTHING_ELSE, tracker } from './build';

// There is no layout here; a list that draws only what is in view needs a height.
vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
afterEach(cleanup);

const FAILED: Failure = { code: 'network', detail: null, retryAfterSeconds: null };
type Told = Partial<Pick<TrackerListViewProps, 'message' | 'failure' | 'instead'>>;

/** A list in which a switch has just been made, and can be undone until the offer is gone. */
function List(told: Told) {
  const [switched, setSwitched] = useState<Tracker | null>(tracker(1, 'One'));
  const gone = () => setSwitched(null);
  const nothing = () => {};
  return (
    <TrackerListView
      shown={[tracker(1, 'One')]}
      total={1}
      filter={ALL_TRACKERS}
      onFilter={nothing}
      searched={NOTHING_ELSE}
      order={null}
      onOrder={nothing}
      switching={{ ...NOT_SWITCHING, switched, onGone: gone }}
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
      onSheet={nothing}
      onNew={nothing}
      onEdit={nothing}
      onBuild={nothing}
      onCopy={async () => ({ kind: 'pass', text: 'Copied.' })}
      {...told}
    />
  );
}
const elsewhere = (text: string) => ({
  rows: () => null,
  tools: null,
  bar: null,
  said: { kind: 'pass', text } as const,
});

describe('what is said while the undo of a switch is offered', () => {
  const TOLD: [string, Told][] = [
    ['of a tracker that was saved', { message: 'Saved One.' }],
    ['of many trackers', { instead: elsewhere('Saved One.') }],
    ['though something failed before', { message: 'Saved One.', failure: FAILED }],
  ];
  it.each(TOLD)('is seen at once, and the offer is over: %s', async (_, told) => {
    const before = told.failure ? { failure: told.failure } : {};
    const { rerender } = render(<List {...before} />);
    screen.getByRole('button', { name: 'Undo' });
    rerender(<List {...told} />);
    await screen.findByText('Saved One.');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});
