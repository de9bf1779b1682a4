import { type TrackerRef, writeHere } from '@/components/tags/write-here';
import { DIALECTS } from '@/lib/core/ad-server/dialects';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { buildTag, type TagChoices } from '@/lib/core/tag/write/build-tag';
import type { TagSpec } from '@/lib/core/tag/tag-spec';

import type { Kept } from './guards';

/** A remark on the tag, in words. */
export interface TagProblem {
  readonly code: string;
  /** `error`: the tag would not work as it stands, so there is none. */
  readonly severity: 'error' | 'warning' | 'info';
  readonly text: string;
}

/** The tag that a tracker and choices make, and what is to be said of it. */
export interface MadeTag {
  /** Empty where there is no tracker, and where the tag must not leave as it is. */
  readonly tag: string;
  readonly spec: TagSpec | null;
  readonly problems: readonly TagProblem[];
}

/** Makes the tag, by the same steps as the builder shows it. */
export function makeTag({ tracker, choices }: Kept): MadeTag {
  if (tracker === null) return { tag: '', spec: null, problems: [] };
  const { text, usable, remarks } = viewOf(tracker, choices);
  return {
    tag: usable ? text : '',
    spec: specOf(tracker, choices),
    problems: remarks.map(({ code, severity, sentence, next }) => ({
      code,
      severity,
      text: `${sentence} ${next}`,
    })),
  };
}

/** The tag as the builder shows it. */
export const viewOf = writeHere(DIALECTS);

function specOf(tracker: TrackerRef, choices: TagChoices): TagSpec {
  return buildTag(tracker, adServerById(choices.adServerId, DIALECTS), choices);
}
