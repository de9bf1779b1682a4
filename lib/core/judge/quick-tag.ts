import type { AdServer } from '../ad-server/ad-server';
import { adServerById } from '../ad-server/lookup';
import {
  acceptsType,
  buildTag,
  DEFAULT_CHOICES,
  type TagChoices,
  typeFor,
} from '../tag/write/build-tag';
import type { TagType } from '../tag/tag-spec';
import { writeTag } from './write-tag';

/** A tag made without opening the builder. */
export interface QuickTag {
  readonly text: string;
  readonly type: TagType;
  readonly hasCachebuster: boolean;
}

/**
 * A tracker's tag for the ad server chosen last: an image, or what that ad server takes. Without cost
 * and redirect: those are for one tag and not for all that follow.
 */
export function quickTag(
  tracker: { readonly id: number; readonly name: string },
  choices: TagChoices,
  servers: readonly AdServer[],
): QuickTag {
  const server = adServerById(choices.adServerId, servers);
  const type = acceptsType(server, 'image') ? 'image' : typeFor(server);
  const plain = { ...DEFAULT_CHOICES, type, cachebuster: choices.cachebuster };
  const place = {
    servers,
    server,
    field: 'any' as const,
    expectedTrackerId: tracker.id,
    costIsPerImpression: false,
  };
  const written = writeTag(buildTag(tracker, server, plain), place);
  // A cachebuster typed for another ad server is the only thing that could be wrong; then its own.
  const good = written.usable
    ? written
    : writeTag(buildTag(tracker, server, { ...plain, cachebuster: '' }), place);
  const hasCachebuster = good.tags[0]?.spec?.cachebuster != null;
  return { text: good.text, type, hasCachebuster };
}

/** What was chosen, for an ad server: a cachebuster that was typed belongs to the one that it was typed for. */
export function choicesFor(choices: TagChoices, adServerId: string | null): TagChoices {
  return adServerId === choices.adServerId ? choices : { ...choices, adServerId, cachebuster: '' };
}
