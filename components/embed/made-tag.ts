import { AD_SERVERS } from '@/lib/core/ad-server/catalogue';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { buildTag } from '@/lib/core/tag/build-tag';
import type { TagFindingCode } from '@/lib/core/tag/finding';
import type { TagSpec } from '@/lib/core/tag/tag-spec';
import { writeTag } from '@/lib/core/tag/write-tag';
import { tagFindingText } from '@/lib/text/tag-findings';

import type { Kept } from './guards';

/** A remark on the tag, with its sentence. */
export interface TagProblem {
  readonly code: TagFindingCode;
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

/** Makes the tag: the same steps as the builder's own. */
export function makeTag({ tracker, choices }: Kept): MadeTag {
  if (tracker === null) return { tag: '', spec: null, problems: [] };
  const server = adServerById(choices.adServerId);
  const spec = buildTag(tracker, server, choices);
  const { costIsPerImpression } = choices;
  const written = writeTag(spec, {
    servers: AD_SERVERS,
    server,
    field: 'any',
    expectedTrackerId: tracker.id,
    costIsPerImpression,
  });
  const problems = written.findings.map((finding): TagProblem => {
    const { sentence, next } = tagFindingText(finding);
    return { code: finding.code, severity: finding.severity, text: `${sentence} ${next}` };
  });
  return { tag: written.usable ? written.text : '', spec, problems };
}
