// What may stand between `//` and the `@` before a host (RFC 3986, 3.2.1), as a text has it and escaped once.
const PLAIN = /(:\/\/)[^/?#\s\\]*@/g;
const ESCAPED = /(%3A%2F%2F)(?:(?!%2F|%3F|%23|%40)[^/?#&\s\\])*%40/gi;

/**
 * A text without the user's name and password of any address in it, also of one in a parameter of another: what leaves
 * the machine holds none.
 */
export function withoutSignIns(text: string): string {
  return text.replace(PLAIN, '$1').replace(ESCAPED, '$1');
}

/** The same of every text in a value that becomes JSON, as `JSON.stringify` asks for it. */
export function jsonWithoutSignIns(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? withoutSignIns(value) : value;
}
