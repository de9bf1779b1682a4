const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
// Beyond that no date can be told.
const LAST_MS = 8e15;

/** The day of a moment, in milliseconds since 1970, in a time zone; `null` where that zone is not known. */
export function dayIn(at: number, timeZone: string): number | null {
  const offset = zoneOffset(at, timeZone);
  return offset === null ? null : Math.floor((at + offset * HOUR_MS) / DAY_MS);
}

/** By how many hours the names of both zones are apart at the noon of a day; `null` where one is not known. */
export function hoursApart(day: number, here: string, there: string): number | null {
  const noon = (day + 0.5) * DAY_MS;
  const [one, other] = [zoneOffset(noon, here), zoneOffset(noon, there)];
  return one === null || other === null ? null : one - other;
}

/** How many hours a zone is ahead of UTC. */
function zoneOffset(at: number, timeZone: string): number | null {
  const format = formatOf(timeZone);
  if (!format || !(Math.abs(at) <= LAST_MS)) return null;
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) + Number(minutes ?? 0) / 60);
}

// To make one takes longer than all that is asked of it.
const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  let made: Intl.DateTimeFormat | null = null;
  try {
    made = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    // No zone of that name: nothing is known of it.
  }
  formats.set(timeZone, made);
  return made;
}
