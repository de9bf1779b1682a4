import type { About, TagRule } from '../rule';
import { elementAround } from './element';

/** VAST elements whose address is for something else (IAB Tech Lab, VAST 4.3). */
const OTHERS =
  /^(?:error|mediafile|mezzanine|interactivecreativefile|closedcaptionfile|vastadtaguri|survey|blockedadcategories)$/i;

/** In VAST the address stands in an element that is called for an impression. */
export const vastElement: TagRule = {
  kind: 'tag',
  code: 'vast-element',
  severity: 'error',
  look: (context) => {
    const element = elementAround(context);
    if (element === null || !OTHERS.test(element)) return null;
    return { at: context.tag.urlRange, values: { element } };
  },
  seen: ({ element }) =>
    `VAST’s <${element ?? ''}> is no place for a pixel: it counts no impression there.`,
  next: 'Put it into an <Impression> of its own.',
};

export const about: About = {
  why: 'A player calls <Error> when something fails, and plays what stands in <MediaFile>; impressions are counted by <Impression>.',
  bad: '<Error><![CDATA[https://ib.adnxs.com/imptr?id=531&t=2]]></Error>',
  good: '<Impression><![CDATA[https://ib.adnxs.com/imptr?id=531&t=2]]></Impression>',
};
