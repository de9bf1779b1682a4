import type { Values } from '../../base/finding';
import { attributeOfPlace } from './place';
import type { About, PageContext, PageRule } from '../rule';

/** The image is loaded at once, wherever on the page it stands. */
export const pageLazy: PageRule = {
  kind: 'page',
  code: 'page-lazy',
  severity: 'warning',
  look: lazyOf,
  seen: ({ hidden, below }) =>
    hidden
      ? 'It loads lazily and is not displayed: a browser may never load it.'
      : `It loads lazily and stands ${below ?? '?'} pixels below what is seen: a browser loads it only when it comes near.`,
  next: 'Leave loading="lazy" out of the tag; to see it fire, scroll there and look again.',
};

function lazyOf({ place }: PageContext): Values | null {
  const isLazy = attributeOfPlace(place, 'loading')?.trim().toLowerCase() === 'lazy';
  if (!isLazy || place.isLoaded === true) return null;
  if (place.isDisplayed === false) return { hidden: 'yes' };
  const { below } = place;
  return below !== null && below > 0 ? { below: String(Math.round(below)) } : null;
}

export const about: About = {
  why: 'loading="lazy" waits until the image is about to be seen. One that is hidden, or far down the page, is not.',
  bad: '<img src="https://ib.adnxs.com/imptr?id=531&t=2" loading="lazy" style="display:none">',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2" style="display:none">',
};
