/** The longest piece of a verification's name in a file's, in UTF-16 units. */
const MAX_NAME = 60;

/**
 * The name of the file with the proof of a recording that began then, in ms since 1970: UTC, to the second. `name` is
 * what a person calls it; what no system takes in a file's name, or turns its order round, is left out.
 */
export function exportFileName(
  startedAt: number,
  kind: 'json' | 'csv' | 'har' | 'xlsx' | 'html',
  name = '',
): string {
  const stamp = new Date(startedAt).toISOString().slice(0, 19).replaceAll(':', '-');
  const plain = name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\/:*?"<>|%~]+/gu, ' ')
    .trim()
    .replace(/[\s.]+/gu, '-')
    .slice(0, MAX_NAME)
    .replace(/^[-.]+|[-.\uD800-\uDBFF]+$/g, '');
  return `piggyback-${plain && `${plain}-`}${stamp}Z.${kind}`;
}
