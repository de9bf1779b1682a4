import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { TrackerChanges } from '@/lib/core/tracker/draft';
import { type DraftKey, formDraftKey } from '@/lib/core/tracker/draft-key';
import { emptyDraft } from '@/lib/core/tracker/draft';
import { openDatabase } from '@/lib/store/database';
import { clearDraft, readDraft, writeDraft } from './support/stores';

import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import type { Background } from './support/background';
import { openBuilder } from './support/builder';
import { bulkOf, isStill } from './support/bulk';
import { type Colleague, colleagueAt } from './support/colleague';
import { seededDatabase } from './support/seeded';
import { createStopper } from './support/stop-at';
import { createVirtualClock } from './support/virtual-clock';
import { cachedLines, personAt, serviceLines } from './support/world';

type Person = Awaited<ReturnType<typeof personAt>> & { readonly colleague: Colleague };

/** One thing that a person does, whose worker is stopped at every step of it. */
interface Work {
  readonly advertiserId: number;
  /** What was there before; `name` is given to nothing else. */
  prepare(person: Person, name: string): Promise<unknown>;
  /** What the person does, and after a stop does again. */
  act(person: Person, worker: Background, name: string, isAgain: boolean): Promise<unknown>;
  /** Where what was typed is kept; none where nothing was. */
  readonly draft?: DraftKey;
  /** How many trackers have the name in the end; one where it does not say. */
  readonly leaves?: number;
}

/** What must hold wherever the worker stopped. */
const HOLDS = {
  lost: 'nothing typed is lost',
  different: 'the cached list ends up as the service’s',
  notOnce: 'each tracker is there once',
};
const SMALL = 700_101;
const MEDIUM = 700_102;
const PLACE = { lineItemId: 640_303, publisherId: 880_202 };
const draftOf = (name: string) => ({ draft: { ...emptyDraft(), name } });

const sync = (worker: Background, advertiserId: number, whole = false) =>
  worker.page('trackers.sync', { advertiserId, whole });

/** A save by the popup, which keeps what is typed until it hears that it is saved. */
function popupSave(id: number | null, changesOf: (name: string) => TrackerChanges): Work {
  const draft = formDraftKey(SMALL, id);
  return {
    advertiserId: SMALL,
    draft,
    prepare: async ({ db, background }, name) => {
      await sync(background, SMALL);
      await writeDraft(db, draft, draftOf(name));
    },
    act: async ({ db }, worker, name) => {
      if ((await readDraft(db, draft)) === undefined) return;
      await worker.page('trackers.save', { id, advertiserId: SMALL, changes: changesOf(name) });
      await clearDraft(db, draft);
    },
  };
}

const WORKS = {
  'a change': popupSave(90_011, (name) => ({ name })),
  'a new tracker': popupSave(null, (name) => ({ name, ...PLACE })),
  'a new tracker of the builder': {
    advertiserId: SMALL,
    draft: `builder:${SMALL}`,
    prepare: async (person, name) => {
      await sync(person.background, SMALL);
      person.browser.held.advertiser = { id: SMALL, name: 'Harbour Coffee' };
      const { token } = await openBuilder(person, person.background);
      await person.builder('builder.keepDraft', { token, draft: draftOf(name).draft });
    },
    act: async (person, worker, name) => {
      const { token } = await openBuilder(person, worker);
      if ((await worker.builder('builder.readDraft', { token })) === null) return;
      await worker.builder('builder.createTracker', { token, changes: { name, ...PLACE } });
    },
  },
  'a deletion': {
    advertiserId: SMALL,
    leaves: 0,
    prepare: async ({ background, colleague }, name) => {
      await colleague.create(SMALL, name);
      await sync(background, SMALL);
    },
    act: async ({ colleague }, worker, name) => {
      const made = (await colleague.list(SMALL)).find((row) => row.name === name);
      if (made) await worker.page('trackers.delete', { id: made.id });
    },
  },
  'the first sync': {
    advertiserId: MEDIUM,
    leaves: 0,
    prepare: async () => {},
    act: (_, worker) => sync(worker, MEDIUM),
  },
  'a sync of changes': {
    advertiserId: SMALL,
    prepare: async ({ background, colleague }, name) => {
      await sync(background, SMALL);
      await colleague.change(90_012, { name: `${name}, changed` });
      await colleague.create(SMALL, name);
    },
    act: (_, worker) => sync(worker, SMALL),
  },
  'a sync after a deletion': {
    advertiserId: SMALL,
    prepare: async ({ background, colleague }, name) => {
      const id = await colleague.create(SMALL, name);
      await sync(background, SMALL);
      await colleague.change(90_012, { name });
      await colleague.remove(id);
    },
    act: (_, worker) => sync(worker, SMALL),
  },
  'a whole sync after a change of its last page, and then of its first': {
    advertiserId: MEDIUM,
    prepare: async ({ background, colleague }, name) => {
      await sync(background, MEDIUM);
      clock.forward(1);
      await colleague.change(90_253, { name });
      clock.forward(1);
      await colleague.change(90_018, { name: `${name}, first` });
    },
    act: (_, worker, __, isAgain) => sync(worker, MEDIUM, !isAgain),
  },
  // Begun again only where nothing of it is in the history; it goes on by itself.
  'a sheet of a new tracker and of a change': {
    advertiserId: SMALL,
    leaves: 2,
    prepare: async ({ background }) => sync(background, SMALL),
    act: async (person, worker, name, isAgain) => {
      const bulk = bulkOf(person, worker);
      const before = (await bulk.history()).rows[0];
      const isBegun = isAgain && before !== undefined && before.ended > 0;
      const table = [
        ['ID', 'Code', 'Name', 'Line item ID', 'Publisher ID'],
        ['', `a ${name}`.slice(-100), name, 640_303, 880_202],
        [90_012, '', name, '', ''],
      ];
      const isGoing = before?.state === 'going' || before?.state === 'paused';
      const id = isBegun || isGoing ? (before?.id ?? '') : await bulk.begin(table);
      await bulk.until(id, isStill);
    },
  },
} as const satisfies Record<string, Work>;

let sandbox: Sandbox;
let colleague: Colleague;
const clock = createVirtualClock('2026-11-20T10:00:00Z');

beforeAll(async () => {
  const limits = {
    signInsPerFiveMinutes: 10_000,
    readsPerMinute: 100_000,
    writesPerMinute: 10_000,
  };
  const db = await seededDatabase(clock.date);
  sandbox = await startSandbox({ db, now: clock.date, limits });
  colleague = await colleagueAt(sandbox);
});
afterAll(() => sandbox.close());

/** After which stops something did not hold. */
interface Found {
  readonly lost: string[];
  readonly different: string[];
  readonly notOnce: string[];
  /** How many steps there were. */
  readonly steps: number;
}

/** Stops the worker at each step there is, goes on with another, and looks at what came of it. */
async function stopEverywhere(what: string, work: Work): Promise<Found> {
  const found = { lost: [] as string[], different: [] as string[], notOnce: [] as string[] };
  for (let nth = 1; ; nth += 1) {
    for (const isDone of [false, true]) {
      const at = `${isDone ? 'after' : 'before'} step ${nth}`;
      const ended = await stopAt(work, `${what}, stopped ${at}`, { nth, isDone });
      if (ended === null) return { ...found, steps: nth - 1 };
      if (ended.isLost) found.lost.push(at);
      if (ended.isDifferent) found.different.push(at);
      if (ended.count !== (work.leaves ?? 1)) found.notOnce.push(at);
    }
  }
}

const always =
  <T>(value: T) =>
  () =>
    value;

/** What came of one stop; `null` where the work was done before it. */
async function stopAt(work: Work, name: string, stop: { nth: number; isDone: boolean }) {
  const { advertiserId, draft } = work;
  const person = { ...(await personAt(sandbox, clock, 'trafficker')), colleague };
  await work.prepare(person, name);
  clock.forward(1);

  const stopper = createStopper(stop);
  const worker = person.restarted({
    clock: stopper.clock(clock),
    fetch: stopper.fetch(person.wire.fetch),
    connect: () => always(openDatabase(person.databaseName).then(stopper.database)),
  });
  await Promise.race([work.act(person, worker, name, false), stopper.stopped]);
  if (!stopper.hasStopped()) return null;
  const isNamed = ({ name: given }: { name: string }) => given === name;
  const isSaved = (await colleague.list(advertiserId)).some(isNamed);
  const isKept = draft === undefined || (await readDraft(person.db, draft)) !== undefined;

  const next = person.restarted();
  await work.act(person, next, name, true);
  await sync(next, advertiserId);
  const service = await serviceLines(colleague, advertiserId);
  return {
    isLost: !isKept && !isSaved,
    isDifferent: service.join('\n') !== (await cachedLines(person.db, advertiserId)).join('\n'),
    count: (await colleague.list(advertiserId)).filter(isNamed).length,
  };
}

describe.each<[string, Work]>(Object.entries(WORKS))(
  'a worker is stopped at every step of %s',
  (what, work) => {
    let found: Found;
    beforeAll(async () => {
      found = await stopEverywhere(what, work);
    }, 60_000);

    it('there are steps to stop at', () => expect(found.steps).toBeGreaterThan(1));
    for (const rule of ['lost', 'different', 'notOnce'] as const) {
      it(HOLDS[rule], () => expect(found[rule]).toEqual([]));
    }
  },
);
