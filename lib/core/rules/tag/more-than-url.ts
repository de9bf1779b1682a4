import { isInAttribute } from './in-text';
import type { About, TagRule } from '../rule';

/** A field that takes one URL holds nothing else. */
export const moreThanUrl: TagRule = {
  kind: 'tag',
  code: 'more-than-url',
  severity: 'error',
  look: ({ tag, field, textLength }) => {
    // Of HTML, VAST and JSON the field's own rule says that none of it belongs there.
    const isMarkup = isInAttribute(tag) || tag.carrier === 'vast' || tag.carrier === 'native';
    const { start, end } = tag.urlRange;
    return field === 'url' && !isMarkup && textLength > end - start ? { at: tag } : null;
  },
  seen: 'There is more here than one URL; this field takes nothing else.',
  next: 'Leave only the URL.',
};

export const about: About = {
  why: 'The ad server calls what stands in the field as it is.',
  bad: 'Pixel: https://ib.adnxs.com/imptr?id=531&t=2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
