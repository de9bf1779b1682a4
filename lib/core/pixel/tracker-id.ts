/** A tracker's id as it stands in a URL or a cell; `null` if it is no whole number above 0. */
export function readTrackerId(text: string | null): number | null {
  return text !== null && /^(?!0+$)\d{1,15}$/.test(text) ? Number(text) : null;
}
