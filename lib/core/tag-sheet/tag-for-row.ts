import type { AdServer } from '../ad-server/ad-server';
import { quickTag } from '../judge/quick-tag';
import { DEFAULT_CHOICES } from '../tag/write/build-tag';
import type { Tracker } from '../tracker/tracker';
import type { CheckedRow } from './read/checked';

/** The trackers and ad servers that tags can be made for. */
export interface KnownForTags {
  readonly trackers: ReadonlyMap<number, Pick<Tracker, 'id' | 'name'>>;
  readonly servers: readonly AdServer[];
}

/**
 * The tag for a row of somebody's sheet, as one is copied without opening the builder; `null` unless both its tracker and its ad server
 * are known.
 */
export function tagForRow(
  { trackerId, serverId }: Pick<CheckedRow, 'trackerId' | 'serverId'>,
  { trackers, servers }: KnownForTags,
): string | null {
  const tracker = trackerId === null ? undefined : trackers.get(trackerId);
  if (!tracker || serverId === null) return null;
  return quickTag(tracker, { ...DEFAULT_CHOICES, adServerId: serverId }, servers).text;
}
