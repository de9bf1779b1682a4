import { decodeEscapes } from '../../../macro/encode';

const OLD =
  /^https?:\/\/urldefense\.(?:proofpoint\.)?com\/v[12]\/url\?(?:[^#]*?&(?:amp;)?)?u=([^&]+)/i;
const NEW = /^https?:\/\/urldefense\.(?:us|com|proofpoint\.com)\/v3\/__(.+?)__;([^!]*)!/i;
// How many characters `**A`, `**B` … stand for, from two on.
const RUNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * The address that Proofpoint's URL Defense wrapped (its decoder, help.proofpoint.com); `null` for any
 * other link. Version 2 writes `-3A` for `%3A` and `_` for `/`; version 3 puts `*` for what it keeps in
 * base64 behind the address.
 */
export function decodeProofpoint(link: string): string | null {
  const old = OLD.exec(link)?.[1];
  if (old !== undefined) {
    const isSecond = /\/v2\//i.test(link);
    return decodeEscapes(isSecond ? old.replaceAll('-', '%').replaceAll('_', '/') : old);
  }
  const [, address, kept] = NEW.exec(link) ?? [];
  if (address === undefined || kept === undefined) return null;
  const bytes = fromBase64(kept);
  let next = 0;
  const whole = address.replace(/\*(?:\*(.))?/g, (_, run?: string) => {
    const count = run === undefined ? 1 : RUNS.indexOf(run) + 2;
    next += count;
    return bytes.slice(next - count, next);
  });
  // Mail programs make one slash of two.
  return whole.replace(/^(https?:\/)(?=[^/])/i, '$1/');
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function fromBase64(text: string): string {
  let bits = '';
  for (const char of text.replaceAll('+', '-').replaceAll('/', '_')) {
    const value = BASE64.indexOf(char);
    if (value >= 0) bits += value.toString(2).padStart(6, '0');
  }
  const bytes = bits.match(/.{8}/g) ?? [];
  const escapes = bytes.map((byte) => `%${Number.parseInt(byte, 2).toString(16).padStart(2, '0')}`);
  return decodeEscapes(escapes.join(''));
}
