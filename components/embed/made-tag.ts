import { adServerById } from '@/lib/core/ad-server/lookup';
import { buildTag, checkChoices, type ChoiceProblem } from '@/lib/core/tag/build-tag';
import { renderTag, renderUrl } from '@/lib/core/tag/render-tag';
import type { TagSpec } from '@/lib/core/tag/tag-spec';
import { choiceProblemText } from '@/lib/text/builder';

import type { Kept } from './guards';

/** A remark on the tag, with its sentence. */
export interface TagProblem {
  readonly code: ChoiceProblem;
  /** `error`: the tag would not work as it stands. */
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

/** The tag that a tracker and choices make, and what is to be said of it. */
export interface MadeTag {
  /** Empty where there is no tracker. */
  readonly tag: string;
  readonly spec: TagSpec | null;
  readonly problems: readonly TagProblem[];
}

const ONLY_WARNINGS: readonly ChoiceProblem[] = ['cachebuster-missing', 'redir-not-https'];

/** Makes the tag: the same steps as the builder's own. */
export function makeTag({ tracker, choices }: Kept): MadeTag {
  if (tracker === null) return { tag: '', spec: null, problems: [] };
  const server = adServerById(choices.adServerId);
  const spec = buildTag(tracker, server, choices);
  const problems = checkChoices(spec, server, choices, renderUrl(spec)).map((code): TagProblem => ({
    code,
    severity: ONLY_WARNINGS.includes(code) ? 'warning' : 'error',
    text: choiceProblemText(code, server),
  }));
  return { tag: renderTag(spec), spec, problems };
}
