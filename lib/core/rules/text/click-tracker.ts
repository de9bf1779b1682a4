import type { About, TextRule } from '../rule';

/** There are no click trackers among the impression trackers. */
export const clickTracker: TextRule = {
  kind: 'text',
  code: 'click-tracker',
  severity: 'info',
  seen: 'There is a click tracker here. It counts clicks and is left alone.',
  next: 'It belongs in the click field.',
};

export const about: About = {
  why: 'Called when an ad is shown, it would count clicks that nobody made.',
  bad: '<img src="https://ib.adnxs.com/imptr?id=531&t=2"> https://ib.adnxs.com/clktrb?id=9',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
