import type { About, TagContext, TagRule } from '../rule';
import { attributeIn, elementName, openingOf, textBefore } from './element';
import { isCalledByClick } from './in-link';

/** Code that opens an address in the place of the page, or in a window of its own. */
const OPENS =
  /(?:\blocation(?:\.href)?\s*=|\blocation\.(?:assign|replace)\s*\(|\bwindow\.open\s*\()\s*\\*["'`]$/;

/** The headers of an answer that do the same. */
const HEADER =
  /(?:^|[\r\n])(?:[ \t]*refresh:[^\r\n]*url=|HTTP\/\d[^<>]*[\r\n]location:)[ \t]*["']?$/i;

/** What calls the tag leaves the page where it is. */
export const navigates: TagRule = {
  kind: 'tag',
  code: 'navigates',
  severity: 'error',
  look: (context) => {
    const { tag } = context;
    if (tag.inComment) return null;
    if (tag.carrier === 'other-element') {
      return isRefresh(context) ? { at: tag.urlRange } : null;
    }
    if (tag.carrier !== 'text' || isCalledByClick(context)) return null;
    const before = textBefore(context);
    return OPENS.test(before) || HEADER.test(before) ? { at: tag.urlRange } : null;
  },
  seen: 'The browser opens this address as a page, in place of the one that is shown or in a window: no ad is seen there.',
  next: 'Put it in as an image: <img src="…">.',
};

/** Whether the URL stands in a `<meta>` that refreshes the page. */
export function isRefresh(context: TagContext): boolean {
  const opening = elementName(context) === 'meta' ? openingOf(context) : null;
  return opening !== null && attributeIn(opening, 'http-equiv')?.value.toLowerCase() === 'refresh';
}

export const about: About = {
  why: 'A refresh or a new location takes people away from the page that shows the ad. The service answers, but what it counts is no impression that anybody saw.',
  bad: '<meta http-equiv="refresh" content="0;url=https://ib.adnxs.com/imptr?id=531&t=2">',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
