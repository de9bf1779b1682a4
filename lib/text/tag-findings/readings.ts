import type { ReadingFindingCode, TagFinding } from '../../core/tag/finding';
import { CHOICE_WORDS } from './choices';
import { type Entry, REBUILD, remark, type TagRemark } from './remark';

const READING_WORDS: Record<ReadingFindingCode, Entry> = {
  'doubled-quotes': [
    'The quotes are doubled, as in a whole cell copied from Excel: a browser would find no URL.',
    'Press Fix. Next time copy from the formula bar.',
  ],
  'smart-quotes': [
    'There are curly quotes in it, as Word and Outlook make them: to a browser they are no quotes.',
    'Press Fix. Next time paste through a plain text editor.',
  ],
  'invisible-characters': [
    'There are invisible characters in it (a space that does not break, a zero-width space).',
    'Press Fix.',
  ],
  'address-incomplete': [
    ({ text }) =>
      `“${text ?? ''}” has no host: the page’s own server would be asked. Old documentation has it so.`,
    REBUILD,
  ],
  'address-old-host': [
    ({ host, expected }) =>
      `The host ${host ?? ''} is a slip of old documentation; the service is at ${expected ?? ''}.`,
    REBUILD,
  ],
  'host-unexpected': [
    ({ host, expected }) => `The host is ${host ?? ''}; trackers are counted at ${expected ?? ''}.`,
    'Keep it only if somebody set this host up for you on purpose.',
  ],
  'not-https': ['It is not called by https: secure pages block it.', REBUILD],
  'macro-in-address': [
    ({ macro }) => `The macro ${macro ?? ''} stands in the host or path, where none belongs.`,
    'Build the tag anew.',
  ],
  'tracker-id-bad': [
    ({ id }) => (id ? `The id “${id}” is not a number.` : 'There is no tracker id.'),
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
        : 't is missing: 1 JavaScript, 2 image.',
    REBUILD,
  ],
  'type-bad': [({ t }) => `t=${t ?? ''} does not exist: 1 is JavaScript, 2 an image.`, REBUILD],
  'type-mismatch': [
    ({ t, wanted }) =>
      `t=${t ?? ''} does not fit what loads it, which needs t=${wanted ?? ''}: the answer would be of the other kind.`,
    REBUILD,
  ],
  'query-malformed': ['The parameters are not joined by one ? and single &.', REBUILD],
  'parameter-twice': [
    ({ parameter }) => `${parameter ?? ''} is there twice.`,
    'Keep the one that is meant.',
  ],
  'white-space': [
    'There is white space in the URL; everything behind it may be lost.',
    'Join the line again, or build the tag anew.',
  ],
  fragment: ['Everything behind # is never sent.', REBUILD],
  'ampersand-escaped': [
    '&amp; stands in a bare URL: every parameter behind the first is lost.',
    REBUILD,
  ],
  'ampersand-escaped-twice': ['& was escaped twice.', REBUILD],
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
};

const WORDS = { ...CHOICE_WORDS, ...READING_WORDS };

/** What is to be said of a tag that was read. */
export function tagRemark(finding: TagFinding): TagRemark {
  return remark(finding, WORDS[finding.code]);
}
