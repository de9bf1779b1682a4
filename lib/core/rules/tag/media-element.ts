import type { About, TagRule } from '../rule';
import { attributeAround, elementName } from './element';
import { isInPicture } from './never-requested';

const MEDIA = /^(?:video|audio|source|track|bgsound)$/;

/** No player has to play it. What `poster` names is an image. */
export const mediaElement: TagRule = {
  kind: 'tag',
  code: 'media-element',
  severity: 'warning',
  look: (context) => {
    const { tag } = context;
    if (tag.carrier !== 'other-element' || tag.inComment) return null;
    const element = elementName(context) ?? '';
    const isSource = MEDIA.test(element) && attributeAround(context)?.name === 'src';
    return isSource && !isInPicture(context) ? { at: tag.urlRange, values: { element } } : null;
  },
  seen: ({ element }) =>
    `<${element ?? ''}> is for media: browsers ask for it in pieces, twice, or only when it is played.`,
  next: 'Put it in as an image: <img src="…">.',
};

export const about: About = {
  why: 'A player asks for ranges of a file, again where the answer is none that it can play, and with preload="none" not before somebody plays it. One impression is counted several times, or not.',
  bad: '<video src="https://ib.adnxs.com/imptr?id=531&t=2"></video>',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
