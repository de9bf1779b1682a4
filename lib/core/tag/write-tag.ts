import { type CheckedText, checkText, isUsable } from './check-text';
import { renderTag } from './render-tag';
import type { TagPlace } from './rules/rule';
import type { TagSpec } from './tag-spec';

/** A tag as it would stand in its place, and what the rules say of it there. */
export interface WrittenTag extends CheckedText {
  /** `false` while anything is wrong that must be put right first: then the tag may not leave. */
  readonly usable: boolean;
}

/** Writes a tag and judges it by the same rules as one that was pasted. */
export function writeTag(spec: TagSpec, place: TagPlace): WrittenTag {
  const checked = checkText(renderTag(spec), { ...place, expectedTrackerId: spec.trackerId });
  return { ...checked, usable: isUsable(checked.findings) };
}
