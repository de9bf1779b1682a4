import type { TagFinding } from './finding';
import { finding, isInAttribute, type TagContext, type TagRule } from './rule';

/** The tag is whole, stands where something calls it, and alone where a field takes one URL. */
export const standing: TagRule = (context) => [...hidden(context), ...notAlone(context)];

function hidden({ tag }: TagContext): readonly TagFinding[] {
  const codes = [
    ...(tag.inComment ? (['in-comment'] as const) : []),
    ...(tag.isCutOff ? (['cut-off'] as const) : []),
    ...(tag.carrier === 'link' ? (['in-link'] as const) : []),
  ];
  return codes.map((code) => finding({ code, severity: 'error', at: tag.element }));
}

function notAlone({ tag, field, textLength }: TagContext): readonly TagFinding[] {
  // Of HTML, VAST and JSON the field's own rule says that none of it belongs there.
  const isMarkup = isInAttribute(tag) || tag.carrier === 'vast' || tag.carrier === 'native';
  const { start, end } = tag.urlRange;
  if (field !== 'url' || isMarkup || textLength <= end - start) return [];
  return [finding({ code: 'more-than-url', severity: 'error', at: tag })];
}
