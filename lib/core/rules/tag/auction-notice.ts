import type { About, TagRule } from '../rule';
import { textBefore } from './element';

const NOTICE = /["'](nurl|lurl)\\*["']\s*:\s*\\*["']$/;

/** In a bid the address is called when the ad is shown, and not when an auction ends (OpenRTB 2.6, 4.2.3). */
export const auctionNotice: TagRule = {
  kind: 'tag',
  code: 'auction-notice',
  severity: 'warning',
  look: (context) => {
    if (context.tag.carrier !== 'text' || context.tag.inComment) return null;
    const name = NOTICE.exec(textBefore(context))?.[1];
    if (name === undefined) return null;
    return { at: context.tag.urlRange, values: { name } };
  },
  seen: ({ name }) =>
    `${name ?? ''} tells how an auction ended: an exchange calls it, often before the ad is shown, or where it never is.`,
  next: 'Put it into the markup of the ad (adm), or into its impression trackers.',
};

export const about: About = {
  why: 'nurl is called for a bid that won, lurl for one that lost, mostly by a server, which has no cookies. An ad that won may still not be shown.',
  bad: '{"bid":[{"price":1,"nurl":"https://ib.adnxs.com/imptr?id=531&t=2"}]}',
  good: '{"bid":[{"price":1,"adm":"<img src=\\"https://ib.adnxs.com/imptr?id=531&t=2\\">"}]}',
};
