import { createInTurn } from '../../core/base/in-turn';
import { ANSWERS } from '../../core/rehearsal/answer';
import { CANARY, isAnswered } from '../../core/rehearsal/canary';
import {
  begin,
  firstEnd,
  isOver,
  type Lease,
  leave,
  MAX_REHEARSALS,
  renew,
  visit,
} from '../../core/rehearsal/lease';
import { otherHosts } from '../../core/rehearsal/other-hosts';
import { rehearsalRules } from '../../core/rehearsal/rules';
import type { Refusal, Started } from '../../messaging/rehearsal/contract';
import type { RehearsalPorts } from './ports';

export type Rehearsals = ReturnType<typeof createRehearsals>;

/** After so many milliseconds a browser that did not take its rules is asked once more. */
const AGAIN_MS = 30_000;

/**
 * The rehearsals of all tabs. Rules outlive the worker, so that what is on stands in the store and everything else
 * follows from it: each step reads it, ends what is over, and puts the rules of what is left in the place of all.
 */
export function createRehearsals(ports: RehearsalPorts) {
  /** One after the other: two steps at once would each undo what the other did. */
  const inTurn = createInTurn();

  /** Those that go on, after others were ended. */
  async function current(): Promise<readonly Lease[]> {
    const leases = await ports.store.read();
    if (leases.length === 0) return leases;
    // What is no longer granted acts no more, whatever the rules say.
    const isGranted = (await ports.missing()).length === 0;
    return leases.filter((lease) => isGranted && !isOver(lease, ports.now()));
  }

  /** Makes the browser do what these say, and nothing else. */
  async function settle(leases: readonly Lease[]): Promise<void> {
    const before = await ports.store.read();
    const tabs = leases.map(({ tabId }) => tabId);
    const own = leases.flatMap(({ hosts }) => hosts);
    const others = leases.length > 0 ? otherHosts(await ports.hostsBeside(tabs), own) : [];
    if (before.length + leases.length > 0) await ports.store.write(leases);
    const ended = before.filter(({ tabId }) => !tabs.includes(tabId));
    try {
      await ports.setRules(leases.flatMap((lease) => rehearsalRules(lease, ports.origin, others)));
    } catch (error) {
      // Their rules may still answer: they stay known, as over, with the mark at the tab, and are ended once more.
      const left = ended.map((lease) => ({ ...leave(lease, ports.now()), endsAt: ports.now() }));
      await ports.store.write([...leases, ...left].slice(-MAX_REHEARSALS));
      ports.attend(Math.min(firstEnd(leases) ?? Infinity, ports.now() + AGAIN_MS));
      throw error;
    }
    ports.attend(firstEnd(leases));
    await Promise.all([
      ...ended.map(({ tabId }) => ports.mark(tabId, false)),
      ...leases.map(({ tabId, isOn }) => ports.mark(tabId, isOn)),
    ]);
  }

  const isOf = (tabId: number) => (lease: Lease) => lease.tabId === tabId;

  /** Changes the lease of one tab; `null` takes it away. */
  async function change(tabId: number, to: (lease: Lease) => Lease | null) {
    const leases = await current();
    const after = leases.flatMap((lease) => (lease.tabId === tabId ? (to(lease) ?? []) : lease));
    await settle(after);
    return after.find(isOf(tabId)) ?? null;
  }

  async function start(tabId: number): Promise<Started> {
    if (!ports.isPossible) return refused('browser');
    const missing = await ports.missing();
    if (missing.length > 0) return refused('not-granted', missing);
    const host = await ports.hostOf(tabId);
    if (host === null) return refused('no-page');
    const others = (await current()).filter((lease) => lease.tabId !== tabId);
    const named = { tabId, host, token: ports.newToken(), run: ports.newToken() };
    const lease = begin(others, named, ports.now());
    if (lease === null) return refused('too-many');
    try {
      await settle([...others, lease]);
      const [inPage, inWorker] = await ports.askFor(tabId, CANARY);
      const isOf = (came: unknown, { run }: Lease) =>
        isAnswered(came, ports.origin, ANSWERS.picture, run);
      // What belongs to no tab any of those that are on may answer.
      const isRight = isOf(inPage, lease) && [lease, ...others].some((one) => isOf(inWorker, one));
      if (isRight) {
        await settle([...others, { ...lease, isOn: true }]);
        return { state: 'on' };
      }
    } catch {
      // What was refused on the way is taken off, as what was not answered.
    }
    await settle(others);
    return refused('not-answered');
  }

  return {
    start: (tabId: number) => inTurn(() => start(tabId)),
    /** The panel is there. Gives whether it is still on. */
    renew: (tabId: number) =>
      inTurn(async () => {
        const lease = await change(tabId, (one) => renew(one, ports.now()));
        return lease !== null && lease.isOn && !lease.isLeaving;
      }),
    /** Ends it at once. */
    stop: (tabId: number) => inTurn(() => change(tabId, () => null)),
    /** The tab is gone, or the panel that held this run: another run has another panel. */
    left: (tabId: number, run?: string) =>
      inTurn(() =>
        change(tabId, (one) => {
          if (run !== undefined && one.run !== run) return one;
          return one.isOn ? leave(one, ports.now()) : null;
        }),
      ),
    /** A tab shows another page, which may be one of those that are rehearsed. */
    shows: (tabId: number) =>
      inTurn(async () => {
        if ((await ports.store.read()).length === 0) return;
        const host = await ports.hostOf(tabId);
        await change(tabId, (one) => (host === null ? one : visit(one, host)));
      }),
    /** Ends what is over. To be called at each start of the worker, and when woken. */
    tick: () => inTurn(async () => settle(await current())),
  };
}

function refused(why: Refusal, missing: readonly string[] = []): Started {
  return { state: 'refused', why, missing: [...missing] };
}
