/** The name of the file with the proof of a recording that began then, in ms since 1970: UTC, to the second. */
export function exportFileName(
  startedAt: number,
  kind: 'json' | 'csv' | 'har' | 'xlsx' | 'html',
): string {
  const stamp = new Date(startedAt).toISOString().slice(0, 19).replaceAll(':', '-');
  return `piggyback-${stamp}Z.${kind}`;
}
