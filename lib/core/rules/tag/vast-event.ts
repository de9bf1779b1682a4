import type { About, TagRule } from '../rule';
import { elementAround, textBefore } from './element';

/** What a player says of an ad's sight when it is none (IAB Tech Lab, VAST 4.3, `<ViewableImpression>`). */
const NO_VIEW = /^(?:notviewable|viewundetermined)$/i;

const TRACKING =
  /<(?:[\w.-]{1,40}:)?tracking\s[^<>]*\bevent\s*=\s*\\*["'](\w{1,40})[^<>]*>(?:\s*<!\[CDATA\[)?$/i;
const WITH_IMPRESSION = /start|impression|view$|load/i;

/** In VAST the address is called when the ad is shown, and not at what comes later or may not come. */
export const vastEvent: TagRule = {
  kind: 'tag',
  code: 'vast-event',
  severity: 'warning',
  look: (context) => {
    const element = elementAround(context);
    if (element === null) return null;
    const at = context.tag.urlRange;
    if (NO_VIEW.test(element)) return { at, values: { element } };
    const event = TRACKING.exec(textBefore(context))?.[1];
    if (event === undefined || WITH_IMPRESSION.test(event)) return null;
    return { at, values: { element: `${element} event="${event}"` } };
  },
  seen: ({ element }) =>
    `A player calls VAST’s <${element ?? ''}> at another moment than the impression, or not at all: the numbers will differ.`,
  next: 'Put it in an <Impression> of its own, unless that moment is what is to be counted.',
};

export const about: About = {
  why: 'The service counts each call as an impression, whenever it comes. An ad that is stopped half-way calls no <Tracking event="complete">.',
  bad: '<Tracking event="complete"><![CDATA[https://ib.adnxs.com/imptr?id=531&t=2]]></Tracking>',
  good: '<Impression><![CDATA[https://ib.adnxs.com/imptr?id=531&t=2]]></Impression>',
};
