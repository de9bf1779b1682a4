import type { About, PageRule } from '../rule';

/** The frame that the tag is written for shows it. */
export const pageInSrcdoc: PageRule = {
  kind: 'page',
  code: 'page-in-srcdoc',
  severity: 'warning',
  look: ({ attribute }) => (attribute === 'srcdoc' ? {} : null),
  seen: 'It stands in the srcdoc of a frame, and no request of it was recorded.',
  next: 'Look into the frame: is it shown, and does its sandbox let load what stands in it?',
};

export const about: About = {
  why: 'What stands in srcdoc is the document of a frame. Where the frame is never shown, or another document takes its place, nothing of it is called.',
  bad: '<iframe loading="lazy" srcdoc="<img src=\'https://ib.adnxs.com/imptr?id=531&t=2\'>"></iframe>',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
