import { checkText, isUsable } from './check-text';
import type { TagFinding } from './finding';
import { renderTag } from './render-tag';
import type { TagPlace } from './rules/rule';
import type { TagSpec } from './tag-spec';

/** A tag as it would stand in its place, and what the rules say of it there. */
export interface WrittenTag {
  readonly text: string;
  readonly findings: readonly TagFinding[];
  /** `false` while anything is wrong that must be put right first: then the tag may not leave. */
  readonly usable: boolean;
}

/** Writes a tag and judges it by the same rules as one that was pasted. */
export function writeTag(spec: TagSpec, place: TagPlace): WrittenTag {
  const text = renderTag(spec);
  const { findings } = checkText(text, { ...place, expectedTrackerId: spec.trackerId });
  return { text, findings, usable: isUsable(findings) };
}
