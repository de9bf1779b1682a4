/** A token ends two hours after its last use (authentication service), in milliseconds. */
export const IDLE_MS = 2 * 60 * 60_000;
/** And a day after it was given, whatever is done with it. */
export const DAY_MS = 24 * 60 * 60_000;
/** From so long before its end on, a person is told. */
export const NEAR_END_MS = 15 * 60_000;
/** So long before its end a token is replaced, where that takes nobody. */
const RENEW_MS = 5 * 60_000;

/** When a token was given and last used, by our own clock, in milliseconds since 1970. */
export interface Lifetime {
  readonly issuedAt: number;
  readonly usedAt: number;
}

/** When a token ends as far as is known: of which of the two reasons, whichever is first. */
export interface TokenEnd {
  readonly at: number;
  readonly why: 'idle' | 'day';
}

/** The end of a token that is not used any more from now on. */
export function endOf({ issuedAt, usedAt }: Lifetime): TokenEnd {
  const [idle, day] = [usedAt + IDLE_MS, issuedAt + DAY_MS];
  return idle < day ? { at: idle, why: 'idle' } : { at: day, why: 'day' };
}

/** Whether a token is so near its end that another is better taken now, or past it. */
export function isNearEnd(lifetime: Lifetime, now: number): boolean {
  // A clock that was set back since tells nothing; the service itself will say.
  return endOf(lifetime).at - now <= RENEW_MS;
}
