import { isLoadedFrom } from './place';
import type { About, PageRule } from '../rule';

/** The address stands where a browser loads it from. */
export const pageNotLoaded: PageRule = {
  kind: 'page',
  code: 'page-not-loaded',
  severity: 'error',
  look: (context) => {
    const { attribute, written } = context;
    const isLoaded = attribute === null || isLoadedFrom(context.place.name, attribute);
    return written.get('not-loaded') ?? (isLoaded ? null : { attribute });
  },
  seen: ({ attribute }) =>
    `It stands in ${attribute ?? ''}, which no browser loads, and no script has put it where one does.`,
  next: 'Put it in src; or make sure that the page has a script that does, before the ad is counted.',
};

export const about: About = {
  why: 'Lazy loaders copy data-src to src when the image comes into view. Where there is none, or it comes too late, nothing is called.',
  bad: '<img data-src="https://ib.adnxs.com/imptr?id=531&t=2">',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
