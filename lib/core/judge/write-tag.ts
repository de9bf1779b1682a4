import type { CheckedText } from './check-text';
import { type Finding, isUsable } from '../base/finding';
import { CHOICE_RULES } from '../rules/choices';
import { judgeTag } from '../rules/judge-tag';
import type { TagPlace } from '../rules/rule';
import type { Said } from '../rules/say';
import type { TagSpec } from '../tag/tag-spec';
import type { TagView } from './tag-view';
import { spansOf, tokensOf } from './tokens';
import { readingOf } from '../tag/written';

/** A tag as it would stand in its place, and what the rules say of it there. */
export interface WrittenTag extends CheckedText {
  /** `false` while anything is wrong that must be put right first: then the tag may not leave. */
  readonly usable: boolean;
}

/** Writes a tag and judges it by the same rules as one that was pasted. */
export function writeTag(spec: TagSpec, place: TagPlace): WrittenTag {
  const reading = readingOf(spec);
  const textLength = reading.text.trim().length;
  const findings = reading.tags.flatMap((tag) => {
    const here = { text: reading.text, textLength, inert: [], saidType: null };
    const context = { ...place, ...here, expectedTrackerId: spec.trackerId, tag };
    return judgeTag(CHOICE_RULES, context);
  });
  return { ...reading, findings, usable: isUsable(findings) };
}

/** The same as it is shown; `describe` gives findings their words. */
export function viewTag(
  spec: TagSpec,
  place: TagPlace,
  describe: (findings: readonly Finding[]) => readonly Said[],
): TagView {
  const written = writeTag(spec, place);
  const { text, usable, findings } = written;
  return {
    text,
    usable,
    spans: spansOf(text, tokensOf(written), findings),
    remarks: describe(findings),
  };
}
