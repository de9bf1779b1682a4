import { type MappedText, replaceMapped } from '../mapped-text';

// Slack's `<url|text>`; and Markdown's link whose text is the URL once more.
const SLACK = /<(?:https?:)?\/\/[^\s<>|]*\|[^<>]*>/gi;
const MARKDOWN = /\[https?:\/\/[^\s<>()]{1,1000}\]\(<?https?:\/\/[^\s<>()]{1,1000}>?\)/gi;
const OURS = /imptr/i;

/** Takes the URL out of the marks of a chat or a note that made a link of it. */
export function withoutChatLinks(mapped: MappedText): MappedText {
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
