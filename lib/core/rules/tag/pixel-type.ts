import type { FoundTag } from '../../tag/read/reading';
import {
  addParameter,
  finding,
  inText,
  parameterOf,
  placeOf,
  replaceValue,
  type TagRule,
} from './rule';

/** `t` is there, exists, and fits what loads the URL: 1 answers with JavaScript, 2 with an image. */
export const pixelType: TagRule = ({ tag }) => {
  const parameter = parameterOf(tag, 't');
  const wanted = wantedBy(tag);
  if (!parameter || parameter.value === null || parameter.value === '') {
    // Siblings of the service answer with an image where `t` is missing (api.md 3.2).
    const fill = wanted ?? '2';
    return [
      finding({
        code: 'type-missing',
        severity: 'warning',
        at: parameter ? placeOf(tag, parameter) : inText(tag, tag.url.address),
        values: { wanted: wanted ?? '' },
        repair: parameter ? replaceValue(tag, parameter, fill) : addParameter(tag, 't', fill),
      }),
    ];
  }
  const t = parameter.value;
  const at = placeOf(tag, parameter);
  const repair = wanted ? replaceValue(tag, parameter, wanted) : null;
  if (t !== '1' && t !== '2') {
    return [finding({ code: 'type-bad', severity: 'error', at, values: { t }, repair })];
  }
  if (wanted === null || wanted === t) return [];
  return [finding({ code: 'type-mismatch', severity: 'error', at, values: { t, wanted }, repair })];
};

function wantedBy({ carrier }: FoundTag): '1' | '2' | null {
  if (carrier === 'script') return '1';
  return carrier === 'text' || carrier === 'other-element' ? null : '2';
}
