import { type MappedText, replaceMapped } from '../mapped-text';

// The signs of ASCII as East Asian keyboards write them, without those that end a sentence or stand between two.
const WIDE = /[\uFF02-\uFF07\uFF0A\uFF0B\uFF0D-\uFF1A\uFF1C-\uFF5E]/g;
const URLS = new RegExp(String.raw`https?[:\uFF1A](?:[!#-&(-;=?-_a-~]|${WIDE.source})+`, 'gi');
const TRAILING = /[\uFF0E\uFF1A\uFF1F]+$/;
const OURS = /imptr[?&/]/i;
// How far such a sign is from the one in ASCII.
const DISTANCE = 0xfee0;

/** Makes the full-width signs in a URL of the service plain: `imptr？id=531＆t=2`. */
export function withoutFullWidth(mapped: MappedText): MappedText {
  if (mapped.text.search(WIDE) < 0) return mapped;
  return replaceMapped(mapped, URLS, (word) => {
    const end = TRAILING.exec(word)?.[0] ?? '';
    const url = word.slice(0, word.length - end.length);
    const plain = url.replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - DISTANCE));
    return plain !== url && OURS.test(plain) ? plain + end : null;
  });
}
