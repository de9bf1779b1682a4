import { z } from '../base/schema';

// What may stand between `//` and the `@` before a host (RFC 3986, 3.2.1), as a text has it and escaped once.
const PLAIN = /(:\/\/)[^/?#\s\\]*@/g;
const ESCAPED = /(%3A%2F%2F)(?:(?!%2F|%3F|%23|%40)[^/?#&\s\\])*%40/gi;

/**
 * Parameters that are a sign-in by their standard, and never anything else: tokens and secrets of OAuth (RFC 6749, RFC
 * 6750, OpenID Connect), sessions of servlets and of PHP.
 */
const NAMES =
  'access_token|refresh_token|id_token|client_secret|client_assertion|password|jsessionid|phpsessid';
const NAME = new RegExp(`^(?:${NAMES})$`, 'i');
const PARAMETER = new RegExp(`((?:^|[?&#;\\s])(?:${NAMES})=)[^?&#;\\s"'<>”]+`, 'gi');
const ESCAPED_PARAMETER = new RegExp(
  `((?:%3F|%26|%23|%3B)(?:${NAMES})%3D)(?:(?!%26|%23|%3B)[^?&#;\\s"'<>”])+`,
  'gi',
);
/** What stands in the place of their values. */
const REMOVED = 'removed';

/**
 * A text without what signs a person in, in any address in it, also in one that is a parameter of another: user's name
 * and password before a host, tokens, sessions. What leaves the machine holds none. Other than that addresses are whole.
 */
export function withoutSignIns(text: string): string {
  return text
    .replace(PLAIN, '$1')
    .replace(ESCAPED, '$1')
    .replace(PARAMETER, `$1${REMOVED}`)
    .replace(ESCAPED_PARAMETER, `$1${REMOVED}`);
}

const PairSchema = z.looseObject({ name: z.string(), value: z.string() });

/** The same of every text in a value that becomes JSON, as `JSON.stringify` asks for it. */
export function jsonWithoutSignIns(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return withoutSignIns(value);
  if (typeof value !== 'object' || value === null || !('name' in value)) return value;
  const { data } = PairSchema.safeParse(value);
  return data && NAME.test(data.name) ? { ...data, value: REMOVED } : value;
}
