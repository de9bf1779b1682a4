import { decodeEscapes } from '../../../macro/encode';
import { type MappedText, replaceMapped } from '../mapped-text';
import { wordStart } from './words';

// Slack's `<url|text>`; and Markdown's link whose text is the URL once more.
const SLACK = /<(?:https?:)?\/\/[^\s<>|]*\|[^<>]*>/gi;
const MARKDOWN = /\[https?:\/\/[^\s<>()]{1,1000}\]\(<?https?:\/\/[^\s<>()]{1,1000}>?\)/gi;
// Outlook's plain text: the URL once more behind itself, between angle brackets.
const AGAIN = /\s{0,2}<https?:\/\/[^\s<>"']*>/gi;
const OURS = /imptr/i;
const LONGEST = 2000;

/** Takes the URL out of the marks of a chat or a note that made a link of it. */
export function withoutChatLinks(mapped: MappedText): MappedText {
  const once = /<https?:/i.test(mapped.text)
    ? replaceMapped(mapped, AGAIN, (link, at) => (isAgain(mapped.text, link, at) ? '' : null))
    : mapped;
  return withoutMarks(once);
}

function isAgain(text: string, link: string, at: number): boolean {
  if (!OURS.test(link)) return false;
  const word = text.slice(wordStart(text, at, at - LONGEST), at);
  const url = word.slice(Math.max(0, word.search(/https?:/i)));
  return decodeEscapes(url) === decodeEscapes(link.trim().slice(1, -1));
}

function withoutMarks(mapped: MappedText): MappedText {
  const { text } = mapped;
  if (!text.includes('|') && !text.includes('](')) return mapped;
  const slack = replaceMapped(mapped, SLACK, (link) => {
    const url = link.slice(1, link.indexOf('|'));
    return OURS.test(url) ? plain(url) : null;
  });
  return replaceMapped(slack, MARKDOWN, (link) => {
    const url = link.slice(1, link.indexOf(']('));
    return OURS.test(url) ? url : null;
  });
}

// Slack escapes these three and no others.
function plain(url: string): string {
  return url.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
