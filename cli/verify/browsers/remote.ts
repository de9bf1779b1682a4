/** A browser that was started elsewhere, and what it speaks. */
export interface Remote {
  readonly endpoint: string;
  readonly protocol: 'cdp' | 'webDriverBiDi';
}

const MAX_ENDPOINT_CHARS = 2000;

/**
 * Reads the address of a remote browser: `ws:` or `wss:`. What it speaks is told by its path, `/session` and `/bidi`
 * being WebDriver BiDi's (W3C WebDriver BiDi, 5.1), or said in front: `bidi+wss:`, `cdp+wss:`. `null` for any other.
 */
export function readRemote(text: string): Remote | null {
  const [, said, endpoint = ''] = /^(?:(bidi|cdp)\+)?(wss?:\/\/\S+)$/i.exec(text.trim()) ?? [];
  if (endpoint.length > MAX_ENDPOINT_CHARS || !URL.canParse(endpoint)) return null;
  const isBidi =
    said === undefined
      ? /\/(?:session|bidi)(?:\/|$)/i.test(new URL(endpoint).pathname)
      : said.toLowerCase() === 'bidi';
  return { endpoint, protocol: isBidi ? 'webDriverBiDi' : 'cdp' };
}

/** How a remote browser is named to others: without what may be secret in its address. */
export function nameOf({ endpoint, protocol }: Remote): string {
  return `${protocol === 'cdp' ? 'CDP' : 'BiDi'} ${new URL(endpoint).host}`;
}
