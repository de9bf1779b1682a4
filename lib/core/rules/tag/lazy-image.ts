import type { About, TagRule } from '../rule';
import { attributeIn, openingOf } from './element';

/** The image is loaded at once, wherever on the page it stands. */
export const lazyImage: TagRule = {
  kind: 'tag',
  code: 'lazy-image',
  severity: 'warning',
  look: (context) => {
    const { carrier, inComment } = context.tag;
    if (inComment || !(carrier === 'img' || carrier === 'other-element')) return null;
    const opening = openingOf(context);
    const lazy = opening && attributeIn(opening, 'loading');
    if (!lazy || lazy.value.toLowerCase() !== 'lazy') return null;
    const style = attributeIn(opening, 'style')?.value ?? '';
    const isHidden = /display\s*:\s*none/i.test(style) || attributeIn(opening, 'hidden') !== null;
    const { start, end } = lazy;
    const repair = [{ start, end, text: '' }];
    return { at: { start, end }, values: isHidden ? { hidden: 'yes' } : {}, repair };
  },
  seen: ({ hidden }) =>
    hidden
      ? 'The pixel is hidden and loads lazily: it never comes into view, so browsers may never load it.'
      : 'The pixel loads lazily: browsers load it only when it comes near the view.',
  next: 'Leave loading="lazy" out.',
};

export const about: About = {
  why: 'loading="lazy" waits until the image is about to be seen. One that is hidden, or far down the page, is not.',
  bad: '<img src="https://ib.adnxs.com/imptr?id=531&t=2" loading="lazy" style="display:none">',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2" style="display:none">',
};
