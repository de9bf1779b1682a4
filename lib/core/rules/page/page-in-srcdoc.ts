import type { About, PageRule } from '../rule';

/** The frame that the tag is written for shows it. */
export const pageInSrcdoc: PageRule = {
  kind: 'page',
  code: 'page-in-srcdoc',
  severity: 'warning',
  look: ({ attribute }) => (attribute === 'srcdoc' ? {} : null),
  seen: 'It stands in the srcdoc of a frame, and no request of it was recorded.',
  next: 'Look into the frame: does it show what stands in its srcdoc, and does that load the tag?',
};

export const about: About = {
  why: 'What stands in srcdoc is the document of a frame. It is listed where that document could not be read itself: another may have taken its place, or its sandbox keeps it closed.',
  bad: '<iframe sandbox srcdoc="<img data-src=\'https://ib.adnxs.com/imptr?id=531&t=2\'>"></iframe>',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
