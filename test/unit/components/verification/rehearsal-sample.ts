import type { RehearsalActions } from '@/components/verification/rehearsal-actions';
import { begin, type Lease } from '@/lib/core/rehearsal/lease';
import type { Started } from '@/lib/messaging/rehearsal/contract';

/** A rehearsal of the tab that is on, with what a test changes. */
export function leaseOf(changes: Partial<Lease> = {}): Lease {
  const token = '11111111-2222-4333-8444-555555555555';
  const lease = begin([], { tabId: 7, host: 'news.example', token, run: token }, 0);
  if (!lease) throw new Error('none began');
  return { ...lease, isOn: true, ...changes };
}

/** The background and the clock as the panel sees them; `calls` holds what was asked of them. */
export function rehearsalActions(
  started: Started = { state: 'on' },
  changes: Partial<RehearsalActions> = {},
) {
  const calls: string[] = [];
  let tell: (lease: Lease | null) => void = () => {};
  let tick = () => {};
  const actions: RehearsalActions = {
    isPossible: true,
    async start() {
      calls.push('start');
      if (started.state === 'on') tell(leaseOf());
      return started;
    },
    async renew() {
      calls.push('renew');
      return true;
    },
    async stop() {
      calls.push('stop');
      tell(null);
    },
    askAccess: async () => void calls.push('askAccess'),
    watch(listener) {
      tell = listener;
      listener(null);
    },
    hold() {
      calls.push('hold');
      return () => calls.push('let go');
    },
    every(milliseconds, step) {
      calls.push(`every ${milliseconds}`);
      tick = step;
      return () => (tick = () => {});
    },
    ...changes,
  };
  return {
    actions,
    calls,
    /** The background says how it stands. */
    tell: (lease: Lease | null) => tell(lease),
    /** The clock has gone on. */
    tick: () => tick(),
  };
}
