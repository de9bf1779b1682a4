import type { About, TagContext, TagRule } from '../rule';
import { attributeOf, elementAround, textBefore } from './element';

/** VAST elements that a player calls, or opens, when somebody clicks. */
const CLICKED = /^(?:icon|companion|nonlinear)?click(?:through|tracking)$|^customclick$/i;

/** What a form sends itself to, and what a link tells of a click. */
const ATTRIBUTE = /^(?:action|formaction|ping)$/;

const HANDLER =
  /\son(?:click|mouse(?:up|down)|touch(?:start|end)|pointer(?:up|down))\s*=\s*\\*(?:"[^"]*|'[^']*)$/i;

/** The ad server's own address for counting clicks before another: `%%CLICK_URL_UNESC%%`, `${CLICK_URL}`, `[CLICKMACRO]`. */
const MACRO = /[%$[\]{}_#]\s?click[\w:.-]{0,40}\s?[%\]}_#]{1,3}$/i;

/** Variables and fields for where a click leads, or what it calls: `clickTag`, `clicktrackers`. */
const FIELD = /click-?(?:tag|url|trackers)\d*["'\\]*\s*[:=][\s[]*["'\\]*$/i;

/** Something calls the tag by itself. */
export const inLink: TagRule = {
  kind: 'tag',
  code: 'in-link',
  severity: 'error',
  look: (context) => {
    const { tag } = context;
    if (tag.carrier === 'link') return { at: tag.element };
    return isCalledByClick(context) ? { at: tag.urlRange } : null;
  },
  seen: 'The tag stands where a click calls it: it counts clicks, not impressions.',
  next: 'Put it in as an image or a script, or where the ad server has a field for impressions.',
};

/** Whether a click calls the tag that is no link's target. */
export function isCalledByClick(context: TagContext): boolean {
  if (CLICKED.test(elementAround(context) ?? '')) return true;
  if (context.tag.carrier === 'other-element' && ATTRIBUTE.test(attributeOf(context) ?? ''))
    return true;
  const before = textBefore(context);
  return [HANDLER, MACRO, FIELD].some((pattern) => pattern.test(before));
}

export const about: About = {
  why: 'It is called when somebody clicks, and never when the ad is seen.',
  bad: '<a href="https://ib.adnxs.com/imptr?id=531&t=2">Buy</a>',
  good: '<img src="https://ib.adnxs.com/imptr?id=531&t=2">',
};
