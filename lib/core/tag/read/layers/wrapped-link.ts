import { decodeEscapes } from '../../../macro/encode';
import { isPixelAddress } from '../../../pixel/read-address';
import { type MappedText, replaceMapped } from '../mapped-text';
import { decodeProofpoint } from './proofpoint';

/** What puts its own address round those in mails, chats and documents: host, and the parameter that holds it. */
const WRAPPERS: readonly (readonly [RegExp, ...string[]])[] = [
  [/^[\w.-]+\.safelinks\.protection\.outlook\.com\/|^statics\.teams\.cdn\.office\.net\//i, 'url'],
  [/^(?:www\.)?google\.[a-z.]{2,6}\/url$/i, 'q', 'url'],
  [/^(?:www\.)?youtube\.com\/redirect$/i, 'q'],
  [/^slack-redir\.net\/link$/i, 'url'],
  [/^lm?\.(?:facebook|instagram)\.com\/(?:l\.php)?$/i, 'u'],
  [/^(?:www\.)?linkedin\.com\/redir\/redirect$/i, 'url'],
  [/^linkprotect\.cudasvc\.com\/url$/i, 'a'],
  [/^clicktime\.symantec\.com\//i, 'u'],
  [/^protect\d*\.fireeye\.com\//i, 'u'],
];
const LINKS = /https?:\/\/[^\s"'<>`\\]+/gi;
const ANY =
  /safelinks\.protection|cdn\.office\.net|urldefense\.|secure-web\.cisco|google\.[a-z.]{2,6}\/url|\/redirect\?|slack-redir|\/l\.php|cudasvc|symantec|fireeye|l\.instagram/i;

/** Takes out of a wrapping address the one of ours that it holds; others stay as they are. */
export function withoutWrappers(mapped: MappedText): MappedText {
  if (!ANY.test(mapped.text)) return mapped;
  return replaceMapped(mapped, LINKS, (link) => {
    const target = decodeProofpoint(link) ?? targetOf(link);
    return target !== null && isOurs(target) ? target : null;
  });
}

function isOurs(target: string): boolean {
  // One wrapper in another is undone in the next round.
  return isPixelAddress(target) || (ANY.test(target) && /^https?:\/\/\S*imptr/i.test(target));
}

function targetOf(link: string): string | null {
  const rest = link.replace(/^https?:\/\//i, '');
  if (/^secure-web\.cisco\.com\//i.test(rest)) {
    return decodeEscapes(/\/(https?%3A.*)$/i.exec(rest)?.[1] ?? '') || null;
  }
  const [address = '', query = ''] = rest.split(/\?(.*)/s);
  const names = WRAPPERS.find(([host]) => host.test(address))?.slice(1);
  if (!names) return null;
  for (const part of query.split(/&(?:amp;)?/i)) {
    const [name = '', value = ''] = part.split(/=(.*)/s);
    if (names.includes(name)) return decodeEscapes(value);
  }
  return null;
}
