import { type KeyProblem, publicKeyText, readPrivateKey } from '../../core/account/private-key';
import { RS256 } from './jwt';

/** A private key that can sign and never be read again, and the public one that belongs to it. */
export interface TakenKey {
  readonly kind: 'key';
  readonly key: CryptoKey;
  readonly publicKey: string;
  readonly bits: number;
}

const RECOMMENDED_BITS = 2048;
const EXPONENT_65537 = Uint8Array.from([1, 0, 1]);

/**
 * Takes a private key out of a text, in the page that read it: from here on it is the browser's, which
 * signs with it and gives it to nobody. The text itself is to be forgotten by the caller.
 */
export async function takeKey(
  text: string,
): Promise<TakenKey | { readonly kind: 'refused'; readonly problem: KeyProblem }> {
  const read = readPrivateKey(text);
  if (read.kind === 'refused') return read;
  const { pkcs8, publicKey, bits } = read;
  try {
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, RS256, false, ['sign']);
    return { kind: 'key', key, publicKey, bits };
  } catch {
    // It looks like a key, and its numbers do not belong together.
    return { kind: 'refused', problem: 'broken' };
  } finally {
    pkcs8.fill(0);
  }
}

/** Makes a pair here, whose private key has never been anywhere else. */
export async function makeKey(): Promise<TakenKey> {
  const algorithm = {
    ...RS256,
    modulusLength: RECOMMENDED_BITS,
    publicExponent: EXPONENT_65537,
  };
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  return {
    kind: 'key',
    key: pair.privateKey,
    publicKey: publicKeyText(spki),
    bits: RECOMMENDED_BITS,
  };
}
