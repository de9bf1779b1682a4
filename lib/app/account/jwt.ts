import { toBase64Url } from '../../core/base/base64';

/** RSASSA-PKCS1-v1_5 with SHA-256, which JWTs call RS256 (RFC 7518, section 3.3). */
export const RS256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

/** Who signs, with which key, and when, in milliseconds since 1970. */
export interface Claims {
  readonly username: string;
  /** What the service calls the key: its `kid`. */
  readonly keyName: string;
  readonly issuedAt: number;
}

/** A JWT as the service documents it (token-based API authentication, step 4): the user’s name, the moment, and no end. */
export async function signJwt(key: CryptoKey, claims: Claims): Promise<string> {
  const { username, keyName, issuedAt } = claims;
  const head = part({ alg: 'RS256', typ: 'JWT', kid: keyName });
  const body = part({ sub: username, iat: Math.floor(issuedAt / 1000) });
  const text = `${head}.${body}`;
  const signature = await crypto.subtle.sign(RS256.name, key, new TextEncoder().encode(text));
  return `${text}.${toBase64Url(new Uint8Array(signature))}`;
}

function part(value: unknown): string {
  return toBase64Url(new TextEncoder().encode(JSON.stringify(value)));
}
