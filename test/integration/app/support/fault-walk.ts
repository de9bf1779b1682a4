import { isDeepStrictEqual } from 'node:util';

import { AppError, type ErrorCode, toFailure } from '@/lib/core/base/errors';
import { errorText } from '@/lib/text/errors';

import type { Sandbox } from '../../../sandbox/index.ts';
import { type Colleague, serviceLines } from './colleague';
import type { Deed, Person } from './deeds';
import type { WalkedFault } from './fault-table';
import type { VirtualClock } from './virtual-clock';
import type { Sent } from './wire';
import { clearKeys } from './key';
import { cachedLines, personAt } from './world';

/** One kind of call that a deed makes: method, path and parameters. */
export interface Call {
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly string[];
}

/** The places at which something did not hold. */
export interface Walked {
  readonly untold: string[];
  readonly stuck: string[];
  readonly notOnce: string[];
  readonly different: string[];
  readonly wrong: string[];
}

interface Met extends WalkedFault {
  readonly name: string;
  readonly lasts: 'once' | 'until it is over';
}

interface Place {
  readonly sandbox: Sandbox;
  readonly colleague: Colleague;
  readonly clock: VirtualClock;
}

type Outcome = { readonly code: ErrorCode | null; readonly value: unknown };

const ADVERTISERS = [700_101, 700_102] as const;
/** Here the person is sent to the list, and does it again only if it is not there. */
const LOOK_FIRST: ReadonlySet<ErrorCode> = new Set(['save-doubtful', 'saved-before']);
/** As long as the service asks for at most, in minutes. */
const LONG_ENOUGH = 61;

export type Walk = ReturnType<typeof createWalk>;

/** Does a deed again and again, each time by a new person at the same service. */
export function createWalk(place: Place, what: string, deed: Deed) {
  const { sandbox, colleague, clock } = place;
  let turns = 0;
  let plain: unknown;

  async function ready() {
    const name = `${what} ${(turns += 1)}`;
    const user = deed.before === undefined ? 'trafficker' : null;
    const person: Person = { ...(await personAt(sandbox, clock, user)), colleague, sandbox };
    const id = (await deed.prepare?.(person, name)) ?? 0;
    clock.forward(1);
    person.wire.sent.length = 0;
    return { person, name, act: () => outcomeOf(deed.act(person, person.background, name, id)) };
  }

  async function clear(name: string, count: number): Promise<number> {
    const all = await colleague.list(ADVERTISERS[0]);
    const mine = all.filter((row) => row.name === name || row.name === `${name} before`);
    for (const { id } of mine) await colleague.remove(id);
    return mine.filter((row) => row.name === name).length - count;
  }

  return {
    /** Does it where nothing fails; gives what was sent. */
    async plain(): Promise<readonly Sent[]> {
      const { person, name, act } = await ready();
      sandbox.setFault(deed.also ?? null);
      const { code, value } = await act();
      sandbox.setFault(null);
      if (code !== null) throw new Error(`${what}: ${code}`);
      plain = value;
      const sent = [...person.wire.sent];
      await clear(name, 0);
      await clearKeys(sandbox);
      return sent;
    },
    /** Does it with a fault at one call, and once more when that is over; notes what does not hold. */
    async meet(call: Call, met: Met, found: Walked): Promise<void> {
      const at = `${call.key}: ${met.name}, ${met.lasts}`;
      const { person, name, act } = await ready();
      sandbox.setFault(deed.also ?? null);
      hinder(place, person, call, met);
      const first = await act();
      sandbox.setFault(null);
      person.wire.clear();
      const problem = problemOf(first, met, deed.says ?? []);
      if (problem) found.untold.push(`${at}: ${problem}`);
      const isQuirk = met.fault.kind === 'ignore' || met.fault.kind === 'lag';
      if (first.code === null && !isQuirk && !isTrue(deed, first.value, plain))
        found.wrong.push(at);

      clock.forward(LONG_ENOUGH);
      if (first.code !== null && !LOOK_FIRST.has(first.code)) {
        if (deed.before !== 'nobody' && !person.browser.held.session) {
          await person.background.page('session.signIn', person.typed('trafficker'));
        }
        const again = await act();
        const isDone = again.code === null || LOOK_FIRST.has(again.code);
        if (!isDone) found.stuck.push(`${at}: ${first.code}, then ${again.code}`);
      }
      if (person.browser.held.session) {
        for (const advertiserId of ADVERTISERS) {
          if ((await cachedLines(person.db, advertiserId)).length === 0) continue;
          await person.background.page('trackers.sync', { advertiserId, whole: false });
          const service = (await serviceLines(colleague, advertiserId)).join('\n');
          const cached = (await cachedLines(person.db, advertiserId)).join('\n');
          if (service !== cached) found.different.push(`${at}: ${first.code}`);
        }
      }
      if (deed.leavesKeys !== undefined) {
        const keys = await clearKeys(sandbox);
        if (keys !== deed.leavesKeys(first.value)) found.notOnce.push(`${at}: ${keys} keys`);
      }
      const off = await clear(name, deed.leaves ?? 0);
      if (off !== 0) found.notOnce.push(`${at}: ${first.code}, off by ${off}`);
    },
  };
}

/** The calls that a deed makes, each once. */
export async function callsOf(walk: Walk): Promise<readonly Call[]> {
  const calls = new Map<string, Call>();
  for (const sent of await walk.plain()) {
    const call = callOf(sent);
    calls.set(call.key, call);
  }
  return [...calls.values()];
}

function callOf({ method, path, query }: Sent): Call {
  const parameters = [...new Set(query.keys())].toSorted();
  return { key: `${method} ${path}?${parameters.join('&')}`, method, path, parameters };
}

/** Puts the fault at the first request of this kind: at that alone, or at all of its path from then on. */
function hinder(
  { sandbox, clock }: Place,
  { wire }: Person,
  call: Call,
  { fault, lasts }: Met,
): void {
  let isThere = false;
  wire.put(async (sent, goOn) => {
    const { key, method, path } = callOf(sent);
    const isFirst = !isThere && key === call.key;
    const isOf = method === call.method && path === call.path;
    if (isFirst) isThere = true;
    const isHit = isFirst || (isThere && isOf && lasts !== 'once');
    // Slowness is by the clock of this world.
    if (isHit && fault.kind === 'slow') {
      const answer = await goOn();
      await clock.sleep(fault.ms ?? 0);
      return answer;
    }
    if (isFirst && fault.kind !== 'slow') {
      const scope = { method: call.method, path: call.path.replace(/^\/v2/, '') };
      const times = lasts === 'once' ? 1 : 100_000;
      sandbox.setFault({ ...fault, ...scope, times });
    }
    return goOn();
  });
}

async function outcomeOf(asked: Promise<unknown>): Promise<Outcome> {
  try {
    return { code: null, value: await asked };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, value: error };
  }
}

/** Whether an answer is the one that is given where nothing fails, or as much of it as the deed has to tell. */
function isTrue({ tells }: Deed, value: unknown, plain: unknown): boolean {
  if (tells === undefined || isDeepStrictEqual(value, plain)) return true;
  if (tells === 'all' || !Array.isArray(value) || !Array.isArray(plain)) return false;
  const ids = new Set(plain.map((row: unknown) => Object(row).id));
  return value.every((row: unknown) => ids.has(Object(row).id));
}

/** What is wrong with how a failure is told; `null` where nothing is. */
function problemOf({ code, value }: Outcome, { says }: Met, more: readonly ErrorCode[]) {
  if (code === null) return null;
  const { sentence, next } = errorText(toFailure(value));
  if (sentence === '' || next === '') return `${code} says nothing`;
  return [...says, ...more].includes(code) ? null : `says ${code}`;
}
