import type { About, AddressRule, Sight } from '../rule';
import { parameterOf, put } from './changes';

/** Nothing invisible is written as an escape. */
export const invisibleEscaped: AddressRule = {
  kind: 'address',
  code: 'invisible-escaped',
  written: 'error',
  fired: 'error',
  isOfPlain: false,
  look: ({ url }) => {
    if (!MAY_HIDE.test(url.text)) return [];
    const end = parameterOf(url, 'redir')?.start ?? url.text.length;
    return [...url.text.slice(0, end).matchAll(HIDDEN)].map(({ 0: found, index }): Sight => {
      const at = { start: index, end: index + found.length };
      return { at, change: put(at, '') };
    });
  },
  seen: 'There are invisible characters in the address (a zero-width space, a mark of direction).',
  next: 'Paste it through a plain text editor.',
};

// Nearly every address has none of these.
const MAY_HIDE = /[^ -~]|%(?:E2|EF|C2)/i;
// Zero-width characters and marks of direction (U+200B to U+200F, U+202A to U+202E, U+2060 to U+206F), byte
// order marks, soft hyphens, spaces that do not break: as they are, and as UTF-8 is percent-encoded.
const HIDDEN =
  /(?:[\p{Default_Ignorable_Code_Point}\u00A0\u202F]|%E2%80%(?:8[B-F]|A[A-F])|%E2%81%A[0-9A-F]|%EF%BB%BF|%C2%A[0D])+/giu;

export const about: About = {
  why: 'Nobody sees them, and the service reads another value than the one that is shown.',
  bad: 'https://ib.adnxs.com/imptr?id=531%E2%80%8B&t=2',
  good: 'https://ib.adnxs.com/imptr?id=531&t=2',
};
