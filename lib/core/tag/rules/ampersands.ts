import { finding, isInAttribute, replaceUrl, type TagRule } from './rule';

/** `&` is written as its place needs it: plain in a bare URL, at most once escaped in HTML. */
export const ampersands: TagRule = ({ tag }) => {
  const { url, urlRange: at } = tag;
  // What is still there after the attribute's own references were decoded was escaped twice.
  if (!/&amp;(?!$)/.test(url.text)) return [];
  const repair = replaceUrl(tag, url.text.replace(/&(?:amp;)+/g, '&'));
  const code = isInAttribute(tag) ? 'ampersand-escaped-twice' : 'ampersand-escaped';
  return [finding({ code, severity: 'error', at, repair })];
};
