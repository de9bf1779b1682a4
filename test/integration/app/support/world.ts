import 'fake-indexeddb/auto';

import type { OnChange } from '@/lib/store/changes';
import { connect, type Database, openDatabase } from '@/lib/store/database';
import { listTrackers, readAs } from './stores';

import type { Sandbox, SandboxOptions } from '../../../sandbox/index.ts';
import { sandboxForTest } from '../../sandbox/support.ts';
import { startBackground } from './background';
import { createBrowser } from './browser';
import { colleagueAt } from './colleague';
import { seededDatabase } from './seeded';
import { createVirtualClock, type VirtualClock } from './virtual-clock';
import { createVisitBrowser } from './visit-browser';
import { createWire } from './wire';

export { serviceLines } from './colleague';

const START = '2026-11-20T10:00:00Z';

export interface WorldOptions extends Pick<SandboxOptions, 'limits' | 'faults'> {
  /** Who is signed in at Piggyback; `null` for nobody yet. */
  readonly user?: string | null;
}

export type World = Awaited<ReturnType<typeof world>>;

/**
 * A service with its seeded trackers, a browser, a worker in it with somebody signed in, and a
 * colleague who writes to the same service. All of it is the real thing, but for the clock and the browser.
 */
export async function world({ user = 'trafficker', ...options }: WorldOptions = {}) {
  const clock = createVirtualClock(START);
  const sandbox = await sandboxForTest({
    db: await seededDatabase(clock.date),
    now: clock.date,
    ...options,
  });
  const person = await personAt(sandbox, clock, user);
  const colleague = await colleagueAt(sandbox);
  return { clock, sandbox, colleague, advertisers: sandbox.world.advertisers, ...person };
}

/** A browser of its own at this service, with somebody signed in. */
export async function personAt(sandbox: Sandbox, clock: VirtualClock, user: string | null) {
  const browser = createBrowser(sandbox.httpUrl);
  const wire = createWire(clock);
  const databaseName = `browser-${crypto.randomUUID()}`;
  const db = await openDatabase(databaseName);
  readAs(db, browser.plugs.account);
  const visits = createVisitBrowser(clock.now);
  const parts = {
    clock,
    browser,
    visits,
    fetch: wire.fetch,
    connect: (onChange: OnChange) => connect(databaseName, onChange),
  };
  /** Another worker in the same browser, as after the first was stopped. */
  const restarted = (other: Partial<typeof parts> = {}) => startBackground({ ...parts, ...other });
  const background = restarted();
  /** What a person fills in to sign in here. */
  const typed = (username: string, part: { password?: string; confirmed?: boolean } = {}) => ({
    username,
    password: sandbox.world.credentials.password,
    baseUrl: sandbox.httpUrl,
    confirmed: true,
    ...part,
  });
  if (user !== null) await background.page('session.signIn', typed(user));
  return { ...background, background, browser, visits, wire, db, typed, restarted, databaseName };
}

/** The cached trackers of an advertiser, a line each, in the order of their ids. */
export async function cachedLines(db: Database, advertiserId: number): Promise<readonly string[]> {
  const trackers = await listTrackers(db, advertiserId);
  return trackers
    .toSorted((a, b) => a.id - b.id)
    .map((row) =>
      [
        row.id,
        row.name,
        row.code,
        row.state,
        new Date(row.lastModified).toISOString().slice(0, 19).replace('T', ' '),
        row.lineItem?.id,
        row.publisher?.id,
        row.placement?.id,
        row.paymentRule?.id,
      ].join(' | '),
    );
}
