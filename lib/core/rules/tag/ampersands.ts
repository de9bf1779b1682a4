import { finding, replaceUrl, type TagRule } from './rule';

const CODES = {
  escaped: 'ampersand-escaped',
  'escaped-twice': 'ampersand-escaped-twice',
  raw: 'ampersand-raw',
} as const;

/** `&` is written as its place needs it: plain in a bare URL, once escaped in XML, at most so in HTML. */
export const ampersands: TagRule = ({ tag }) => {
  const { url, urlRange: at, ampersandFault } = tag;
  if (ampersandFault === null) return [];
  const repair = replaceUrl(tag, url.text);
  return [finding({ code: CODES[ampersandFault], severity: 'error', at, repair })];
};
