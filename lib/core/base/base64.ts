const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]));

/** The bytes of a text in base64 (RFC 4648), with or without line breaks; `null` where it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const letters = text.replace(/[\t\n\r ]/g, '').replace(/={1,2}$/, '');
  const left = letters.length % 4;
  if (left === 1) return null;
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let at = 0;
  let bits = 0;
  let held = 0;
  for (const letter of letters) {
    const value = VALUES.get(letter);
    if (value === undefined) return null;
    held = ((held << 6) | value) & 0xff_ffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >> bits) & 0xff;
    at += 1;
  }
  return bytes;
}

/** Bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const value = (first << 16) | (second << 8) | third;
    for (const shift of [18, 12, 6, 0]) text += ALPHABET[(value >> shift) & 63] ?? '';
  }
  const over = (3 - (bytes.length % 3)) % 3;
  return text.slice(0, text.length - over) + '='.repeat(over);
}

/** Bytes as base64url without padding, as the parts of a JWT are written (RFC 7515, section 2). */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
