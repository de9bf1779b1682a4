import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { buildTag, type TagChoices } from '@/lib/core/tag/build-tag';
import type { TagView } from '@/lib/core/tag/tag-view';
import { viewTag } from '@/lib/core/tag/write-tag';
import { choiceRemarks } from '@/lib/text/tag-findings/choices';

export interface TrackerRef {
  readonly id: number;
  readonly name: string;
}

/** Makes a tracker's tag from the choices: at once, or in the background of the extension. */
export type WriteTag = (tracker: TrackerRef, choices: TagChoices) => TagView | Promise<TagView>;

/** Writes tags on the spot, for these ad servers. */
export function writeHere(
  servers: readonly AdServer[],
): (tracker: TrackerRef, choices: TagChoices) => TagView {
  return (tracker, choices) => {
    const server = adServerById(choices.adServerId, servers);
    const { costIsPerImpression } = choices;
    const place = {
      servers,
      server,
      field: 'any' as const,
      expectedTrackerId: tracker.id,
      costIsPerImpression,
    };
    return viewTag(buildTag(tracker, server, choices), place, choiceRemarks);
  };
}
