import { readTrackerId } from '../../pixel/tracker-id';
import { decodeValue } from '../../macro/encode';
import { canonicalSpec, KNOWN_PARAMETERS, type TagSpec } from '../tag-spec';
import type { FoundTag } from './reading';
import { valueOf } from '../../pixel/read-address';

/** What a tag says; `null` where it has no tracker's id. */
export function specOf(
  tag: Pick<FoundTag, 'url' | 'type' | 'trackerName' | 'ampersands'>,
): TagSpec | null {
  const id = readTrackerId(valueOf(tag.url, 'id')?.trim() ?? null);
  if (id === null) return null;
  const known: readonly string[] = KNOWN_PARAMETERS;
  const decoded = (name: string) => {
    const value = valueOf(tag.url, name);
    return value === null ? null : decodeValue(value);
  };
  return canonicalSpec({
    trackerId: id,
    type: tag.type,
    loadedBy: valueOf(tag.url, 't') === '1' ? 'javascript' : 'image',
    trackerName: tag.trackerName,
    cachebuster: decoded('cachebuster'),
    ancost: decoded('ancost'),
    extra: tag.url.parameters
      .filter(({ name }) => !known.includes(name))
      .map(({ name, value }) => ({
        name: decodeValue(name),
        value: value === null ? null : decodeValue(value),
      })),
    redir: valueOf(tag.url, 'redir'),
    ampersands: tag.ampersands,
  });
}
