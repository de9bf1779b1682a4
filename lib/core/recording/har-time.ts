// ISO 8601 as HAR asks for it, and as it is written beside that: a blank for T, a comma, `+0100`.
const TIME =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*(?:(Z)|([+-]\d\d)(?::?(\d\d))?)?$/i;

/** Before the first browser: what a program writes that does not know the time (`0001-01-01`). */
const EARLIEST = Date.UTC(1990);

/** A moment as a HAR file tells it. */
export interface HarTime {
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** How exactly it is told, in milliseconds: 0 where it is as exact as can be. */
  readonly precision: number;
  /** Without one it is taken for UTC, since nobody knows whose clock it was. */
  readonly hasZone: boolean;
}

/** Reads a moment, on every computer as the same one; `null` where it is none. */
export function readHarTime(text: string): HarTime | null {
  const found = TIME.exec(text.trim());
  if (!found) return null;
  const [, date = '', minute = '', second, fraction = '', zulu, hours, minutes = '00'] = found;
  const zone = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  const at = Date.parse(
    `${date}T${minute}:${second ?? '00'}.${fraction.padEnd(3, '0').slice(0, 3)}${zone}`,
  );
  if (Number.isNaN(at) || at < EARLIEST) return null;
  return {
    at,
    precision: second === undefined ? 60_000 : precisionOf(fraction.length),
    hasZone: zulu !== undefined || hours !== undefined,
  };
}

/** The same in milliseconds since 1970; `NaN` where it is none. */
export function harMoment(text: string): number {
  return readHarTime(text)?.at ?? NaN;
}

// `2026-11-24T10:00:00.5Z` is exact to a tenth of a second, without a fraction to a whole one.
function precisionOf(digits: number): number {
  return digits < 3 ? 10 ** (3 - digits) : 0;
}
