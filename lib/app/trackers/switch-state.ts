import { accountOf } from '../../core/account/session';
import { AppError } from '../../core/base/errors';
import { type EditPlan, fingerprintOf, trackerSubject } from '../../core/tracker/plan';
import type { Tracker, TrackerState } from '../../core/tracker/tracker';
import { findTrackers } from '../../store/trackers';
import type { Service } from '../account/service';
import { withSession } from '../account/session';
import type { Jobs, Order } from '../jobs/jobs';
import { editTrackerWork, readTracker } from '../jobs/tracker-works';
import { mayWrite } from './edit-tracker';

/** The order to switch a tracker on or off. What is typed into its form is none of it, and stays. */
function stateOrder(id: number, state: TrackerState): Order {
  const changes = { state };
  return {
    kind: editTrackerWork.kind,
    subject: trackerSubject(id),
    fingerprint: fingerprintOf(changes),
    sameForMs: 0,
    mustHearOfOther: false,
    plan: async (db, account) => {
      const [cached] = await findTrackers(db, account, [id]);
      const before = cached?.lastModified ?? null;
      return { id, changes, before, drafts: [] } satisfies EditPlan;
    },
  };
}

/** Whose it is to be; `null` where only the person who is signed in can be meant. */
type Owner = string | null;

export type SwitchState = (id: number, state: TrackerState, owner: Owner) => Promise<Tracker>;

interface Wish {
  readonly state: TrackerState;
  readonly done: Promise<Tracker>;
}

/**
 * Switches trackers on and off, each in the order in which it was wished: who presses three times has the last
 * state in the end, however long the first takes. The same wish as the last one joins it.
 */
export function createSwitchState(
  { clientFor, keeper }: Pick<Service, 'clientFor' | 'keeper'>,
  jobs: Jobs,
): SwitchState {
  /** By whose it is, and the tracker: two users of one member see the same. */
  const last = new Map<string, Wish>();

  async function take(
    id: number,
    state: TrackerState,
    before: Promise<unknown> | undefined,
    owner: Owner,
  ): Promise<Tracker> {
    const info = (await keeper.read())?.info;
    const whose = owner ?? (info && accountOf(info));
    await before?.catch(() => null);
    await withSession(clientFor, keeper, async (_, now) => {
      // Somebody else was chosen, or has signed in, while it waited for its turn.
      if (whose !== accountOf(now)) throw new AppError('account-changed');
      mayWrite(now, false);
    });
    const [saved] = await jobs.run(stateOrder(id, state), owner);
    return readTracker(saved);
  }

  return (id, state, owner) => {
    const key = JSON.stringify([owner, id]);
    const before = last.get(key);
    if (before?.state === state) return before.done;
    const wish: Wish = { state, done: take(id, state, before?.done, owner) };
    last.set(key, wish);
    const end = () => {
      if (last.get(key) === wish) last.delete(key);
    };
    wish.done.then(end, end);
    return wish.done;
  };
}
