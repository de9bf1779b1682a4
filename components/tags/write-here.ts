import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { buildTag, type TagChoices } from '@/lib/core/tag/write/build-tag';
import type { TagView } from '@/lib/core/judge/tag-view';
import { viewTag } from '@/lib/core/judge/write-tag';
import { sayOfChoices } from '@/lib/text/tags/choice-findings';

export interface TrackerRef {
  readonly id: number;
  readonly name: string;
}

/** Makes a tracker's tag from the choices. */
export type WriteTag = (tracker: TrackerRef, choices: TagChoices) => TagView;

/** Writes tags for these ad servers, and for a field that takes nothing but URLs or more. */
export function writeHere(servers: readonly AdServer[], field: 'url' | 'any' = 'any'): WriteTag {
  return (tracker, choices) => {
    const server = adServerById(choices.adServerId, servers);
    const { costIsPerImpression } = choices;
    const place = {
      servers,
      server,
      field,
      expectedTrackerId: tracker.id,
      costIsPerImpression,
    };
    return viewTag(buildTag(tracker, server, choices), place, sayOfChoices);
  };
}
