import { z } from '../core/base/schema';

/**
 * `bulk` is a read that nobody waits for just now; it leaves room for those somebody does. `sign-in` is a
 * write, and a person's own try, however long the service wants quiet. `renewal` is a sign-in by which a key goes on, and
 * that nobody asked for: it leaves some for the person.
 */
export type Kind = 'read' | 'bulk' | 'write' | 'sign-in' | 'renewal';

// The service's limits are unpublished and change: these stay below the last known ones, 100 reads and
// 60 writes a minute (api.md 2.5).
const PER_MINUTE: Readonly<Record<Kind, number>> = {
  read: 100,
  bulk: 85,
  write: 60,
  'sign-in': 60,
  renewal: 60,
};
/** Sign-ins in five minutes: ten that succeed are documented (api.md 1.2). */
const SIGN_INS = { 'sign-in': 10, renewal: 8 } as const;
const FIVE_MINUTES_MS = 5 * 60_000;
const MINUTE_MS = 60_000;
/** The longest that a request is kept waiting for the service, in milliseconds. */
export const LONGEST_WAIT_MS = 60_000;
const MOST_REFUSALS = 3;

const MomentSchema = z.number();
const StartsSchema = z.array(MomentSchema).check(z.maxLength(PER_MINUTE.read));

/** What has gone out of late for one account, and until when the service wants nothing. */
export const PaceStateSchema = z.object({
  /** When the requests of the last minute went out, in milliseconds since 1970. */
  reads: StartsSchema,
  writes: StartsSchema,
  /** The service asked for quiet until then, in milliseconds since 1970. */
  heldUntil: MomentSchema,
  /** For how long it had asked, in milliseconds. */
  heldFor: z.number(),
  /** How often in a row it asked, without serving anything between. */
  refusals: z.number(),
  /** When sign-ins of the last five minutes succeeded. */
  signIns: z.exactOptional(z.array(MomentSchema).check(z.maxLength(SIGN_INS['sign-in']))),
});
export type PaceState = z.infer<typeof PaceStateSchema>;

export const NOTHING_SENT: PaceState = {
  reads: [],
  writes: [],
  heldUntil: 0,
  heldFor: 0,
  refusals: 0,
};

/** How long the service still wants nothing at all, in milliseconds. */
export function heldFor(state: PaceState, now: number): number {
  // A clock that was set back makes nobody wait longer than the service had asked for.
  return Math.max(0, Math.min(state.heldUntil - now, state.heldFor));
}

/**
 * How long a request of this kind has to wait for its turn, in milliseconds; `null` where that is
 * longer than it is kept waiting.
 */
export function waitOf(state: PaceState, kind: Kind, now: number): number | null {
  const held = heldFor(state, now);
  const isLong = held > LONGEST_WAIT_MS;
  if (isLong && kind !== 'sign-in') return null;
  const recent = recentOf(state[listOf(kind)], now);
  // The one whose leaving makes room.
  const blocking = recent[recent.length - PER_MINUTE[kind]];
  const turn = blocking === undefined ? 0 : blocking + MINUTE_MS - now;
  return isLong ? turn : Math.max(turn, held);
}

/** How long the next sign-in of this kind has to wait, in milliseconds; 0 for none. */
export function signInWaitOf(
  { signIns = [] }: PaceState,
  kind: 'sign-in' | 'renewal',
  now: number,
): number {
  const recent = recentOf(signIns, now, FIVE_MINUTES_MS);
  const blocking = recent[recent.length - SIGN_INS[kind]];
  return blocking === undefined ? 0 : blocking + FIVE_MINUTES_MS - now;
}

/** The state after a sign-in succeeded. */
export function withSignIn(state: PaceState, now: number): PaceState {
  const recent = recentOf(state.signIns ?? [], now, FIVE_MINUTES_MS);
  return { ...state, signIns: [...recent, now].slice(-SIGN_INS['sign-in']) };
}

/** The state after a request went out. */
export function withStart(state: PaceState, kind: Kind, now: number): PaceState {
  const list = listOf(kind);
  return { ...state, [list]: [...recentOf(state[list], now), now] };
}

/**
 * The state after the service asked for quiet. Those that were on their way together are all told so;
 * that counts as one refusal.
 */
export function withRefusal(state: PaceState, ms: number, now: number): PaceState {
  const left = heldFor(state, now);
  // Whoever asks after it was given up begins to count anew.
  const before = isHopeless(state) ? 0 : state.refusals;
  const refusals = left > 0 ? state.refusals : before + 1;
  return ms > left
    ? { ...state, refusals, heldUntil: now + ms, heldFor: ms }
    : { ...state, refusals };
}

/** Whether the service wants quiet for too long or too often to go on asking by itself. */
export function isHopeless(state: PaceState): boolean {
  return state.heldFor > LONGEST_WAIT_MS || state.refusals > MOST_REFUSALS;
}

function listOf(kind: Kind): 'reads' | 'writes' {
  return kind === 'read' || kind === 'bulk' ? 'reads' : 'writes';
}

// What a clock that was set back since has put into the future, has only just gone out.
function recentOf(starts: readonly number[], now: number, span = MINUTE_MS): number[] {
  return starts.map((at) => Math.min(at, now)).filter((at) => at > now - span);
}
