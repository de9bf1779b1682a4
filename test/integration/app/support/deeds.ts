import { type ErrorCode, fromFailure } from '@/lib/core/base/errors';
import { emptyDraft } from '@/lib/core/tracker/draft';
import { versionOf } from '@/lib/core/tracker/versions';
import type { PickerQuery } from '@/lib/core/tracker/picker';
import { accountOf } from '@/lib/core/account/session';

import type { Background } from './background';
import { openBuilder } from './builder';
import { bulkOf, isStill, SMALL } from './bulk';
import type { Colleague } from './colleague';
import { haveKey } from './key';
import { ask, ended, sumOf } from './reports';
import { findTrackers } from './stores';
import type { personAt } from './world';
import type { FaultInput, Sandbox } from '../../../sandbox/index.ts';

export type Person = Awaited<ReturnType<typeof personAt>> & {
  readonly colleague: Colleague;
  readonly sandbox: Sandbox;
};

/** One thing that a person does and for which the service is called. */
export interface Deed {
  /** How the person is signed in before; by the password where it does not say. */
  readonly before?: 'nobody' | 'by key';
  /** What must be there before; gives what the deed is about. */
  prepare?(person: Person, name: string): Promise<number | void>;
  /** What the person does, and does again where they were told that it failed. */
  act(person: Person, worker: Background, name: string, id: number): Promise<unknown>;
  /** How many trackers have the name once it is done; none where it does not say. */
  readonly leaves?: number;
  /** How many keys the service then takes of the person. */
  readonly leavesKeys?: (told: unknown) => number;
  /** What the sandbox does besides, such as ending the session on the way. */
  readonly also?: readonly FaultInput[];
  /**
   * Whether it only tells something: the same under a fault that is got over, or at least a part of it where
   * it is made of several answers of which one is enough.
   */
  readonly tells?: 'all' | 'a part';
  /** What may be told besides, whatever the fault. */
  readonly says?: readonly ErrorCode[];
}

const MEDIUM = 700_102;
const PLACE = { lineItemId: 640_303, publisherId: 880_202 };
const KEY = { name: 'walked-key' };

const sync = (worker: Background, advertiserId: number, whole = false) =>
  worker.page('trackers.sync', { advertiserId, whole });

/** A tracker of the person's own, in their list. */
async function mine({ colleague, background }: Person, name: string): Promise<number> {
  const id = await colleague.create(700_101, name);
  await sync(background, SMALL.id);
  return id;
}

const search = (query: PickerQuery, text: string): Deed => ({
  tells: 'all',
  act: (_, worker) => worker.page('objects.search', { query, text }),
});

async function byKey({ page }: Background) {
  return page('session.signInByKey', { keyId: 'key-1', confirmed: true });
}

/** Everything for which the service is called, by what a person would call it. */
export const DEEDS: Readonly<Record<string, Deed>> = {
  'signing in': {
    before: 'nobody',
    act: (person, worker) => worker.page('session.signIn', person.typed('trafficker')),
  },
  'signing in by a key': {
    before: 'nobody',
    prepare: async (person) => void (await haveKey(person)),
    act: (_, worker) => byKey(worker),
  },
  'a session that goes on by its key': {
    before: 'by key',
    prepare: async (person) => {
      await haveKey(person);
      await byKey(person.background);
    },
    also: [{ kind: 'expired', path: '/imptracker', times: 1 }],
    // A key that does not lead to the person any more is asked no more.
    says: ['session-expired'],
    act: (_, worker) => worker.page('trackers.open', { id: 90_011 }),
  },
  'staying signed in': { act: (_, worker) => worker.page('session.stay', null) },
  'registering a key': {
    prepare: async (person) => void (await haveKey(person, { ...KEY, isRegistered: false })),
    act: (_, worker) => worker.page('session.registerKey', { keyId: 'key-1' }),
    leavesKeys: () => 1,
  },
  'forgetting a key': {
    before: 'by key',
    prepare: async (person) => {
      await haveKey(person, KEY);
      await byKey(person.background);
    },
    act: async ({ browser }, worker) => {
      const [mine] = browser.held.signIns;
      if (!mine) return null;
      const account = accountOf(mine.info);
      return worker.page('session.forget', { account, data: 'keep', deactivate: true });
    },
    // Where the service told of none, the person hears that it still takes the key.
    leavesKeys: (told) => (Object(told).isDeactivated === false ? 1 : 0),
  },
  'what can be asked of reports': { act: (_, worker) => worker.page('reports.metas', null) },
  'asking for a report': {
    act: async (_, worker) => sumOf(await ended(worker, await ask(worker))),
    says: [
      'not-permitted',
      'reports-pending',
      'report-failed',
      'report-late',
      'report-unreadable',
      'service-down',
      'not-found',
    ],
  },
  'the first sync': { act: (_, worker) => sync(worker, MEDIUM) },
  'a sync of what has changed': {
    leaves: 1,
    prepare: async (person, name) => {
      await sync(person.background, SMALL.id);
      await person.colleague.create(700_101, name);
    },
    act: (_, worker) => sync(worker, SMALL.id),
  },
  'a sync after a deletion': {
    prepare: async (person, name) => {
      await person.colleague.remove(await mine(person, name));
    },
    act: (_, worker) => sync(worker, SMALL.id),
  },
  'a new tracker': {
    leaves: 1,
    prepare: async ({ background }) => void (await sync(background, SMALL.id)),
    act: (_, worker, name) =>
      worker.page('trackers.save', {
        id: null,
        advertiserId: SMALL.id,
        changes: { name, ...PLACE },
      }),
  },
  'a new tracker of the builder': {
    leaves: 1,
    prepare: async ({ background, browser }) => {
      await sync(background, SMALL.id);
      browser.held.advertiser = SMALL;
    },
    act: async (person, worker, name) => {
      const { token } = await openBuilder(person, worker);
      await worker.builder('builder.keepDraft', { token, draft: { ...emptyDraft(), name } });
      return worker.builder('builder.createTracker', { token, changes: { name, ...PLACE } });
    },
  },
  'a change': {
    leaves: 1,
    prepare: (person, name) => mine(person, `${name} before`),
    act: (_, worker, name, id) =>
      worker.page('trackers.save', { id, advertiserId: SMALL.id, changes: { name } }),
  },
  'a change that is looked at first': {
    leaves: 1,
    prepare: (person, name) => mine(person, `${name} before`),
    act: async ({ db }, worker, name, id) => {
      const [kept] = await findTrackers(db, [id]);
      if (!kept) throw new Error('not cached');
      const began = versionOf(kept);
      return worker.page('trackers.save', { id, advertiserId: SMALL.id, changes: { name }, began });
    },
  },
  'a switch of its state': {
    leaves: 1,
    prepare: mine,
    act: (_, worker, __, id) => worker.page('trackers.setState', { id, state: 'inactive' }),
  },
  'a deletion': {
    prepare: mine,
    act: (_, worker, __, id) => worker.page('trackers.delete', { id }),
  },
  'opening one': {
    tells: 'all',
    act: (_, worker) => worker.page('trackers.open', { id: 90_011 }),
  },
  'looking ids up': {
    tells: 'all',
    act: (_, worker) => worker.page('trackers.lookUp', { ids: [90_011, 1] }),
  },
  'a search of advertisers': search({ kind: 'advertiser' }, 'harbour'),
  'a search of line items': search({ kind: 'line-item', advertiserId: SMALL.id }, ''),
  'a search of publishers': search({ kind: 'publisher' }, 'tidewater'),
  'a search of publishers by an id that is in no list': search({ kind: 'publisher' }, '123456'),
  'a search of placements': search({ kind: 'placement', publisherId: 880_202 }, 'a'),
  // Whose it is, is told where it can be.
  'a search of a placement of somebody else': {
    ...search({ kind: 'placement', publisherId: 880_203 }, '15150404'),
    tells: 'a part',
  },
  'a search of payment rules': search({ kind: 'payment-rule', publisherId: 880_202 }, 'a'),
  'what was chosen last': {
    ...search({ kind: 'publisher' }, ''),
    tells: 'a part',
    prepare: async ({ background }) => {
      await background.page('objects.noteChosen', { query: { kind: 'publisher' }, id: 880_202 });
    },
  },
  'lists for a sheet': {
    tells: 'all',
    act: async (_, { page }) => [
      await page('bulk.listObjects', { query: { kind: 'line-item', advertiserId: SMALL.id } }),
      await page('bulk.listObjects', { query: { kind: 'placement', publisherId: 880_202 } }),
    ],
  },
  'a sheet of a new tracker and of a change': {
    leaves: 1,
    prepare: (person, name) => mine(person, `${name} before`),
    act: async (person, worker, name, id) => {
      const bulk = bulkOf(person, worker);
      const [begun] = (await bulk.history()).rows;
      const going = begun && begun.state !== 'done' ? begun.id : null;
      if (going !== null) await bulk.goOn(going);
      const run =
        going ??
        (await bulk.begin([
          ['ID', 'Code', 'Name', 'Line item ID', 'Publisher ID'],
          ['', `a ${name}`.slice(-100), name, 640_303, 880_202],
          [id, `b ${name}`.slice(-100), '', '', ''],
        ]));
      const { state, failure } = await bulk.until(run, isStill);
      const rows = (await bulk.readRows(run)).rows;
      const why = failure ?? rows.find(({ end }) => end?.kind === 'failed')?.end?.failure;
      if (why) throw fromFailure(why);
      return state;
    },
  },
};
