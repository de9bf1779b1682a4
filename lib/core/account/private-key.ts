import { fromBase64, toBase64 } from '../base/base64';
import { MAX_KEY_CHARS } from '../base/limits';
import { DER, element, type Element, readElements, readSequence } from './der';

/** Why a text is no private key that can be used. Each has its sentence in `lib/text/account/keys`. */
export type KeyProblem =
  | 'too-long'
  | 'no-key'
  | 'several'
  | 'encrypted'
  | 'public'
  | 'certificate'
  | 'ssh-format'
  | 'not-rsa'
  | 'weak'
  | 'too-strong'
  | 'broken';

/** A private key as the browser's own cryptography takes it, and the public one that belongs to it. */
export interface PrivateKey {
  readonly kind: 'key';
  /** PKCS#8; to be overwritten once it was imported. */
  readonly pkcs8: Uint8Array<ArrayBuffer>;
  /** The public key, `-----BEGIN PUBLIC KEY-----`, as the service registers it. */
  readonly publicKey: string;
  readonly bits: number;
}

/** The service recommends 2048 bits; fewer can be broken, and more than this no browser signs with. */
const LEAST_BITS = 2048;
const MOST_BITS = 16_384;

const BLOCK = /-----BEGIN ([A-Z0-9 ]{1,40})-----([\s\S]*?)-----END \1-----/g;
// rsaEncryption, 1.2.840.113549.1.1.1, with its parameters NULL (RFC 8017, appendix A.1).
const RSA_OID = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
const RSA = element(DER.sequence, element(DER.oid, Uint8Array.from(RSA_OID)), element(0x05));
const ZERO = element(DER.integer, Uint8Array.from([0]));

/**
 * Reads an RSA private key in PEM: PKCS#8 (`PRIVATE KEY`) or PKCS#1 (`RSA PRIVATE KEY`). What stands
 * around it, such as a certificate in the same file, is passed over.
 */
export function readPrivateKey(
  text: string,
): PrivateKey | { readonly kind: 'refused'; readonly problem: KeyProblem } {
  const problem = (problem: KeyProblem) => ({ kind: 'refused', problem }) as const;
  if (text.length > MAX_KEY_CHARS) return problem('too-long');
  const blocks = [...text.matchAll(BLOCK)].map(([, label = '', body = '']) => ({ label, body }));
  const secret = blocks.filter(({ label }) => label.endsWith('PRIVATE KEY'));
  const [only] = secret;
  if (!only) return problem(withoutKey(text, blocks));
  if (secret.length > 1) return problem('several');
  const { label, body } = only;
  if (label === 'ENCRYPTED PRIVATE KEY' || /^\s*(?:Proc-Type|DEK-Info):/m.test(body)) {
    return problem('encrypted');
  }
  if (label === 'OPENSSH PRIVATE KEY') return problem('ssh-format');
  if (label !== 'PRIVATE KEY' && label !== 'RSA PRIVATE KEY') return problem('not-rsa');
  const bytes = fromBase64(body);
  if (!bytes) return problem('broken');
  const rsa = label === 'PRIVATE KEY' ? rsaWithin(bytes) : bytes;
  if (rsa === 'other') return problem('not-rsa');
  const numbers = rsa && numbersOf(rsa);
  if (!rsa || !numbers) return problem('broken');
  const bits = bitsOf(numbers.modulus);
  if (bits < LEAST_BITS) return problem('weak');
  if (bits > MOST_BITS) return problem('too-strong');
  return {
    kind: 'key',
    pkcs8: element(DER.sequence, ZERO, RSA, element(DER.octets, rsa)),
    publicKey: publicKeyOf(numbers),
    bits,
  };
}

/** Bytes of a public key (SPKI) as PEM, in lines of 64 letters. */
export function publicKeyText(spki: Uint8Array): string {
  const lines = toBase64(spki).match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n');
}

function withoutKey(text: string, blocks: readonly { readonly label: string }[]): KeyProblem {
  if (text.startsWith('PuTTY-User-Key-File') || /^ssh-(?:rsa|ed25519) /.test(text.trim())) {
    return 'ssh-format';
  }
  if (blocks.some(({ label }) => label.endsWith('PUBLIC KEY'))) return 'public';
  if (blocks.some(({ label }) => label.includes('CERTIFICATE'))) return 'certificate';
  // It begins like one, and its end was not copied along.
  return /-----BEGIN [A-Z ]*PRIVATE KEY/.test(text) ? 'broken' : 'no-key';
}

/** The RSA key within PKCS#8 (RFC 5208); `other` where it holds a key of another kind. */
function rsaWithin(bytes: Uint8Array): Uint8Array | 'other' | null {
  const [version, algorithm, key] = readSequence(bytes) ?? [];
  if (version?.tag !== DER.integer || algorithm?.tag !== DER.sequence) return null;
  const [oid] = readElements(algorithm.content) ?? [];
  if (oid?.tag !== DER.oid) return null;
  if (oid.content.join() !== RSA_OID.join()) return 'other';
  return key?.tag === DER.octets ? key.content : null;
}

interface PublicNumbers {
  readonly modulus: Element;
  readonly exponent: Element;
}

/** The public numbers of a PKCS#1 private key, which has nine in all (RFC 8017, appendix A.1.2). */
function numbersOf(bytes: Uint8Array): PublicNumbers | null {
  const all = readSequence(bytes);
  if (all?.length !== 9 || all.some(({ tag }) => tag !== DER.integer)) return null;
  const [, modulus, exponent] = all;
  return modulus && exponent ? { modulus, exponent } : null;
}

function bitsOf({ content }: Element): number {
  const first = content.findIndex((byte) => byte !== 0);
  const byte = content[first];
  if (byte === undefined) return 0;
  return (content.length - first) * 8 - Math.clz32(byte) + 24;
}

function publicKeyOf({ modulus, exponent }: PublicNumbers): string {
  const numbers = element(
    DER.sequence,
    element(DER.integer, modulus.content),
    element(DER.integer, exponent.content),
  );
  const unused = Uint8Array.from([0]);
  return publicKeyText(element(DER.sequence, RSA, element(DER.bits, unused, numbers)));
}
