import { readdirSync, readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import * as auth from '@/lib/api/auth';
import * as imptracker from '@/lib/api/imptracker';
import * as knownObjects from '@/lib/api/known-objects';
import * as paging from '@/lib/api/paging';
import * as pickers from '@/lib/api/pickers';
import * as publicKeys from '@/lib/api/public-keys';
import * as report from '@/lib/api/report';

import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { type Colleague, colleagueAt } from './support/colleague';
import { DEEDS, type Deed } from './support/deeds';
import { type Call, callsOf, createWalk, type Walked } from './support/fault-walk';
import { faultsFor } from './support/fault-table';
import { removeCopies, seededDatabase } from './support/seeded';
import { createVirtualClock } from './support/virtual-clock';

// The real functions, of which it is noted that they were called; other files of this process have loaded them before.
vi.hoisted(() => vi.resetModules());
vi.mock('@/lib/api/auth', { spy: true });
vi.mock('@/lib/api/imptracker', { spy: true });
vi.mock('@/lib/api/known-objects', { spy: true });
vi.mock('@/lib/api/paging', { spy: true });
vi.mock('@/lib/api/pickers', { spy: true });
vi.mock('@/lib/api/public-keys', { spy: true });
vi.mock('@/lib/api/report', { spy: true });
const API = {
  ...auth,
  ...imptracker,
  ...knownObjects,
  ...paging,
  ...pickers,
  ...publicKeys,
  ...report,
};

const clock = createVirtualClock('2026-11-20T10:00:00Z');
let sandbox: Sandbox;
let colleague: Colleague;

beforeAll(async () => {
  const limits = {
    signInsPerFiveMinutes: 100_000,
    readsPerMinute: 1_000_000,
    writesPerMinute: 100_000,
  };
  sandbox = await startSandbox({ db: await seededDatabase(clock.date), now: clock.date, limits });
  colleague = await colleagueAt(sandbox);
});
afterAll(async () => {
  await sandbox.close();
  // Those of this file's own modules, of which what is set up for every file knows nothing.
  await removeCopies();
  vi.resetModules();
});

/** What must hold after each fault at each call, and what is wrong where it does not. */
const HOLDS: Readonly<Record<keyof Walked, string>> = {
  untold: 'what went wrong is said in a sentence, with what to do next, and is what it says',
  stuck: 'once the fault is over it is done, at the latest when it is done again',
  notOnce: 'nothing is done twice at the service',
  different: 'the cached list is the service’s after a refresh',
  wrong: 'what is told in spite of a fault is true',
};

const RULES = [
  'untold',
  'stuck',
  'notOnce',
  'different',
  'wrong',
] as const satisfies (keyof Walked)[];

/** The reads that have met everything, and the functions that were called. */
const walked = new Set<string>();
const called = new Set<string>();

describe.each<[string, Deed]>(Object.entries(DEEDS))('%s meets every fault', (what, deed) => {
  let calls: readonly Call[] = [];
  const found: Walked = { untold: [], stuck: [], notOnce: [], different: [], wrong: [] };
  beforeAll(async () => {
    const walk = createWalk({ sandbox, colleague, clock }, what, deed);
    calls = await callsOf(walk);
    for (const call of calls.filter(({ key }) => !walked.has(key))) {
      for (const [name, row] of faultsFor(call)) {
        for (const lasts of ['once', 'until it is over'] as const) {
          await walk.meet(call, { ...row, name, lasts }, found);
        }
      }
      // What is read is read in the same way for whatever deed; what is written is not.
      if (call.method === 'GET') walked.add(call.key);
    }
    for (const [name, one] of Object.entries(API)) {
      if (vi.isMockFunction(one) && one.mock.calls.length > 0) called.add(name);
    }
  }, 60_000);

  it('there are calls that can meet one', () => expect(calls).not.toEqual([]));
  for (const rule of RULES) it(HOLDS[rule], () => expect(found[rule]).toEqual([]));
});

describe('the walk', () => {
  it('goes through every function that calls the service', () => {
    const untouched = callersOf('lib/api').filter((name) => !called.has(name));
    expect(untouched).toEqual([]);
  });
});

/** The functions of a folder to which a client is given. */
function callersOf(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((file) =>
    [
      ...readFileSync(`${folder}/${file}`, 'utf8').matchAll(
        /export (?:async )?function (\w+)(?:<\w+>)?\(\s*client: ApiClient/g,
      ),
    ].flatMap(([, name]) => name ?? []),
  );
}
