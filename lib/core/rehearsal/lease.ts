import { z } from '../base/schema';
import { TokenSchema } from './answer';

/** How long a rehearsal goes on without its panel, in milliseconds. The timers of a window out of sight keep to the minute. */
export const LEASE_MS = 90_000;
/** How often the panel renews it, in milliseconds. */
export const RENEW_MS = 15_000;
/** How long requests are answered after the panel or the tab is gone: what a page sends as it closes is sent late. */
export const UNLOAD_MS = 10_000;
/** Rehearsals at once, in tabs of their own. */
export const MAX_REHEARSALS = 20;

const HostSchema = z.string().check(z.maxLength(255));

/** One rehearsal of one tab. Moments are milliseconds since 1970. */
export const LeaseSchema = z.object({
  tabId: z.number(),
  /** Numbers its rules among those of others. */
  slot: z.number(),
  token: TokenSchema,
  /** Its name where pages can see it. */
  run: TokenSchema,
  /** The hosts that the tab has shown since it began. */
  hosts: z.array(HostSchema),
  startedAt: z.number(),
  endsAt: z.number(),
  /** `false` until the canary came back. */
  isOn: z.boolean(),
  /** Nobody may renew it: its panel or its tab is gone. */
  isLeaving: z.boolean(),
});
export type Lease = z.infer<typeof LeaseSchema>;
export const LeasesSchema = z.array(LeaseSchema).check(z.maxLength(MAX_REHEARSALS));

/** A rehearsal that begins now and is not on yet; `null` where there are too many. */
export function begin(
  leases: readonly Lease[],
  { tabId, host, token, run }: { tabId: number; host: string; token: string; run: string },
  now: number,
): Lease | null {
  const used = new Set(leases.map(({ slot }) => slot));
  const slot = Array.from({ length: MAX_REHEARSALS }, (_, index) => index).find(
    (index) => !used.has(index),
  );
  if (slot === undefined) return null;
  return {
    tabId,
    slot,
    token,
    run,
    hosts: [host],
    startedAt: now,
    endsAt: now + LEASE_MS,
    isOn: false,
    isLeaving: false,
  };
}

/** The panel is there: it goes on. One that is over or leaving is not brought back. */
export function renew(lease: Lease, now: number): Lease {
  return isOver(lease, now) || lease.isLeaving ? lease : { ...lease, endsAt: now + LEASE_MS };
}

/** The panel or the tab is gone: it ends soon, and never later than it would have. */
export function leave(lease: Lease, now: number): Lease {
  return { ...lease, isLeaving: true, endsAt: Math.min(lease.endsAt, now + UNLOAD_MS) };
}

/** The tab shows a page of this host; what the pages before send late is still answered. */
export function visit(lease: Lease, host: string): Lease {
  return lease.hosts.includes(host)
    ? lease
    : { ...lease, hosts: [...lease.hosts, host].slice(-MAX_HOSTS) };
}
const MAX_HOSTS = 100;

/** Whether it is over. A clock that was put back ends it, too: from the future nobody has a lease. */
export function isOver({ startedAt, endsAt }: Lease, now: number): boolean {
  return now >= endsAt || now < startedAt || endsAt - now > LEASE_MS;
}

/** When the first of them ends; `null` where there is none. */
export function firstEnd(leases: readonly Lease[]): number | null {
  return leases.reduce<number | null>(
    (first, { endsAt }) => (first === null || endsAt < first ? endsAt : first),
    null,
  );
}
