import type { About, TagRule } from '../rule';
import { elementAround, textBefore } from './element';

/** VAST elements whose address is for something else (IAB Tech Lab, VAST 4.3). */
const OTHERS =
  /^(?:error|mediafile|mezzanine|interactivecreativefile|closedcaptionfile|vastadtaguri|survey|notviewable|viewundetermined|blockedadcategories)$/i;

/** What comes later than an impression, or may not come; and what comes with it. */
const TRACKING =
  /<(?:[\w.-]{1,40}:)?tracking\s[^<>]*\bevent\s*=\s*\\*["'](\w{1,40})[^<>]*>(?:\s*<!\[CDATA\[)?$/i;
const WITH_IMPRESSION = /start|impression|view$|load/i;

/** In VAST the address stands in an element that is called for an impression. */
export const vastElement: TagRule = {
  kind: 'tag',
  code: 'vast-element',
  severity: 'error',
  look: (context) => {
    const element = elementAround(context);
    if (element === null) return null;
    const at = context.tag.urlRange;
    if (OTHERS.test(element)) return { at, values: { element } };
    const event = TRACKING.exec(textBefore(context))?.[1];
    if (event === undefined || WITH_IMPRESSION.test(event)) return null;
    return { at, values: { element: `${element} event="${event}"` } };
  },
  seen: ({ element }) =>
    `VAST’s <${element ?? ''}> is no place for a pixel: it counts no impression there.`,
  next: 'Put it into an <Impression> of its own.',
};

export const about: About = {
  why: 'A player calls <Error> when something fails, plays what stands in <MediaFile>, and calls a <Tracking> of its own for each event; impressions are counted by <Impression>.',
  bad: '<Error><![CDATA[https://ib.adnxs.com/imptr?id=531&t=2]]></Error>',
  good: '<Impression><![CDATA[https://ib.adnxs.com/imptr?id=531&t=2]]></Impression>',
};
