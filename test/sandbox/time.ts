/** The clock everything reads, passed in so that tests may stop or move it. */
export type Clock = () => Date;

/** `YYYY-MM-DD HH:MM:SS` in UTC, the API's form for timestamps (documented: API semantics). */
export function timestamp(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ');
}
