import { continuation } from '../continuation';
import { type MappedText, replaceMapped } from '../mapped-text';
import { wordEnd, wordStart } from './words';

/** What an editor of formatted text, or a mail program, puts into the middle of a long word. */
export const INLINE =
  /(?:<\/?(?:wbr|br|span|font|b|i|u|em|strong|a|mark|code|small|o:p)\b[^<>]*>[ \t\r\n]*)+/gi;
const ANY = /<(?:wbr|br|\/?(?:span|font|b|i|u|em|strong|a|mark|code|small|o:p))\b/i;

/** Takes the markup out of the middle of a URL in text; HTML that only stands beside it stays. */
export function withoutRichText(mapped: MappedText): MappedText {
  const { text } = mapped;
  if (!text.includes('<') || !ANY.test(text)) return mapped;
  // The URL so far, through all the markup that was taken out of it.
  let before = '';
  let isQuoted = false;
  let done = 0;
  return replaceMapped(mapped, INLINE, (markup, at) => {
    const start = wordStart(text, at, done);
    const isBroken = before !== '' && start === done;
    // Inside of an attribute there is no markup.
    isQuoted = isBroken ? isQuoted : /[=(]["']$/.test(text.slice(Math.max(0, start - 2), start));
    before = ((isBroken ? before : '') + text.slice(start, at)).slice(-LONGEST);
    done = at + markup.length;
    const after = text.slice(done, wordEnd(text, done));
    const isSure = isQuoted || /^<wbr\b[^<>]*>$/i.test(markup);
    if (before !== '' && after !== '' && goesOn(before, after, isSure)) return spacesIn(markup);
    // What was opened in the middle of the URL is closed at its end.
    const closes = isBroken && /^(?:<\/[^<>]*>)+\s*$/.test(markup);
    before = '';
    return closes ? markup.replace(/<[^<>]*>/g, '') : null;
  });
}

// Of white space without a break of a line nobody knows whose it was.
function spacesIn(markup: string): string {
  const spaces = markup.replace(/<[^<>]*>/g, '');
  return spaces.includes('\n') ? '' : spaces;
}

// Longer than any field takes.
const LONGEST = 2000;

function goesOn(before: string, after: string, isSure: boolean): boolean {
  if (!/imptr/i.test(before) && BEGINNING.test(before + after.slice(0, LONGEST))) return true;
  if (!/https?:|adnxs|imptr/i.test(before)) return false;
  return isSure || continuation(plain(before), plain(after.slice(0, LONGEST))) === 'belongs';
}

const BEGINNING = /https?:\/\/[\w.:@-]+\/imptr(?:[?&]|$)/i;

function plain(text: string): string {
  return text.replace(/&(?:amp|#38);/gi, '&');
}
