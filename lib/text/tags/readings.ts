import type { ReadingFindingCode, TagFinding } from '../../core/rules/tag/finding';
import { formatCount, plural } from '../ui';
import { CHOICE_WORDS } from './choices';
import { type Entry, remark, type TagRemark } from './remark';

const ANEW = 'Build the tag anew.';

const READING_WORDS: Record<ReadingFindingCode, Entry> = {
  'escaped-html': [
    'The HTML is escaped: a page would show it as text.',
    'Copy the tag itself, not the HTML of a page about it.',
  ],
  'wrapped-link': [
    'Outlook has put its own address round the URL: the tag would call Outlook.',
    'Have the tag sent as a file, or as plain text.',
  ],
  'doubled-quotes': [
    'The quotes are doubled, as in a whole cell copied from Excel: a browser would find no URL.',
    'Copy it from the formula bar.',
  ],
  'smart-quotes': [
    'There are curly quotes in it, as Word and Outlook make them: to a browser they are no quotes.',
    'Paste it through a plain text editor.',
  ],
  'invisible-characters': [
    'There are invisible characters in it (a space that does not break, a zero-width space).',
    'Paste it through a plain text editor.',
  ],
  'address-incomplete': [
    ({ text }) =>
      `“${text ?? ''}” does not begin with https:// and a host: the page’s own server would be asked.`,
    ANEW,
  ],
  'address-other': [
    ({ text, expected }) =>
      `The address is ${text ?? ''}; the service answers at ${expected ?? ''}.`,
    ANEW,
  ],
  'address-old-host': [
    ({ host, expected }) =>
      `The host ${host ?? ''} is a slip of old documentation; the service is at ${expected ?? ''}.`,
    ANEW,
  ],
  'host-unexpected': [
    ({ host, expected }) => `The host is ${host ?? ''}; trackers are counted at ${expected ?? ''}.`,
    'Keep it only if somebody set this host up for you on purpose.',
  ],
  'not-https': [
    ({ scheme }) =>
      scheme
        ? 'It is not called by https: secure pages block it.'
        : 'The https: in front is missing: outside of a secure page it is not called by https, or not at all.',
    'Ask for its https address.',
  ],
  'macro-in-address': [
    ({ macro }) => `The macro ${macro ?? ''} stands in the host or path, where none belongs.`,
    ANEW,
  ],
  'tracker-id-bad': [
    ({ id }) =>
      id
        ? `The id “${id}” is no tracker’s: it must be a whole number above 0.`
        : 'There is no tracker id.',
    'Copy the tag of the right tracker again.',
  ],
  'tracker-other': [
    ({ id, expected }) => `This is tracker ${id ?? ''}, but ${expected ?? ''} belongs here.`,
    'Check which line the tag was copied from.',
  ],
  'type-missing': [
    ({ wanted }) =>
      wanted
        ? `t is missing; here it must be t=${wanted}.`
        : 't is missing: 1 is JavaScript, 2 an image.',
    ANEW,
  ],
  'type-bad': [({ t }) => `t=${t ?? ''} does not exist: 1 is JavaScript, 2 an image.`, ANEW],
  'type-mismatch': [
    ({ t, wanted }) =>
      `t=${t ?? ''} does not fit what loads it, which needs t=${wanted ?? ''}: the answer would be of the other kind.`,
    ANEW,
  ],
  'query-malformed': ['The parameters are not joined by one ? and single &.', ANEW],
  'macro-encoded': [
    ({ macro }) => `The macro ${macro ?? ''} is percent-encoded: the ad server will not see it.`,
    'Write it as it is.',
  ],
  'macro-legacy': [
    ({ macro, owner }) =>
      `${macro ?? ''} was a macro of ${owner ?? ''}, an ad server of the past: this is an old tag, and nothing replaces it.`,
    ANEW,
  ],
  'parameter-case': [
    ({ parameter, right }) => `${parameter ?? ''} must be written ${right ?? ''}.`,
    ANEW,
  ],
  'parameter-twice': [
    ({ parameter }) => `${parameter ?? ''} is there twice.`,
    'Keep the one that is meant.',
  ],
  'white-space': ['There is white space in the URL; everything behind it may be lost.', ANEW],
  fragment: ['Everything behind # is never sent.', ANEW],
  'ampersand-escaped': [
    '&amp; stands in a bare URL: every parameter behind the first is lost.',
    'Write & in its place.',
  ],
  'ampersand-escaped-twice': [
    '& was escaped twice: every parameter behind the first is lost.',
    'Write &amp; in its place.',
  ],
  'ampersand-raw': [
    'A bare & stands in XML: no player can read the document.',
    'Write &amp;, or put the URL between <![CDATA[ and ]]>.',
  ],
  'cut-off': ['The end of the tag is missing.', 'Copy the whole tag again.'],
  'in-link': [
    'The tag is the target of a link: it counts clicks, not impressions.',
    'Put it in as an image or a script.',
  ],
  'more-than-url': [
    'There is more here than one URL; this field takes nothing else.',
    'Leave only the URL.',
  ],
  'in-comment': ['The tag is commented out: nothing will call it.', 'Take the comment away.'],
  'in-noscript': [
    'The tag stands only in <noscript>: browsers with JavaScript never call it.',
    'Move it out.',
  ],
  'tag-twice': [
    ({ id }) => `Tracker ${id ?? ''} is here twice: each impression counts twice.`,
    'Take one away.',
  ],
  'click-tracker': [
    'There is a click tracker here. It counts clicks and is left alone.',
    'It belongs in the click field.',
  ],
  'text-too-long': [
    ({ length, limit }) =>
      `This field holds ${formatCount(Number(length))} characters, more than the ${formatCount(Number(limit))} that are read: nothing in it was checked.`,
    'Check its tags one by one, or put them into several fields.',
  ],
};

const WORDS = { ...CHOICE_WORDS, ...READING_WORDS };

/** What is to be said of a tag that was read, and to be done where Fix can do nothing. */
export function tagRemark(finding: TagFinding): TagRemark {
  return remark(finding, WORDS[finding.code]);
}

/** The same at a field with its Fix, which makes every repair there is. */
export function fieldRemark(finding: TagFinding, alike = 0): TagRemark {
  const said = tagRemark(finding);
  const next = finding.repair ? 'Press Fix.' : said.next;
  if (alike === 0) return { ...said, next };
  const more = `And ${plural(alike, 'more remark', 'more remarks')} of this kind.`;
  return { ...said, sentence: `${said.sentence} ${more}`, next };
}
