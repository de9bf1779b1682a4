import { AD_SERVERS } from '../../ad-server/catalogue';
import { type WrittenCachebuster, writtenCachebuster } from '../../rules/written-cachebuster';
import { readText } from '../../table/cells';
import type { RawRow } from '../../table/raw-row';
import { readTags } from '../../tag/read/read-tags';

/** The trackers that a row’s tags are of, and how each of these tags writes its cachebuster. */
export type RowTags = ReadonlyMap<number, ReadonlySet<WrittenCachebuster>>;

/**
 * Reads the tags of a row’s cells, but for columns in `without`; those of other vendors are none. `macros` are cachebusters of ad servers
 * that the catalogue does not have.
 */
export function tagsInRow(
  { columns, values }: RawRow,
  without: ReadonlySet<number>,
  macros: readonly string[],
): RowTags {
  const found = new Map<number, Set<WrittenCachebuster>>();
  for (const [at, value] of values.entries()) {
    const text = readText(value);
    if (!/imptr/i.test(text) || without.has(columns[at] ?? 0)) continue;
    for (const tag of readTags(text).tags) {
      const id = tag.spec?.trackerId;
      if (!id) continue;
      const written = found.get(id) ?? new Set();
      found.set(id, written.add(writtenCachebuster(tag, AD_SERVERS, macros)));
    }
  }
  return found;
}

/** What these tags are together: `unclear` where they are not alike, `null` where there is none. */
export function togetherOf(written: Iterable<WrittenCachebuster>): WrittenCachebuster | null {
  const [first = null, ...others] = new Set(written);
  return others.length > 0 ? 'unclear' : first;
}
