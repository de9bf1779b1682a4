import { z } from '../base/schema';

export const PixelUrlSchema = z.object({
  raw: z.string(),
  /** Lower case, without the colon. */
  scheme: z.string(),
  /** Lower case, without the port. */
  host: z.string(),
  path: z.string(),
  /** Parameters as they were sent, not decoded; `null` where absent. */
  id: z.nullable(z.string()),
  t: z.nullable(z.string()),
  cachebuster: z.nullable(z.string()),
  ancost: z.nullable(z.string()),
  /** Everything after `redir=`: it belongs to the target, whatever it holds. */
  redir: z.nullable(z.string()),
  others: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type PixelUrl = z.infer<typeof PixelUrlSchema>;

const URL_PARTS =
  /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)(?::\d*)?([^?#]*)(?:\?([^#]*))?/i;
const KNOWN = ['id', 't', 'cachebuster', 'ancost'] as const;

/** Whether a URL is an impression tracker's: the last segment of its path is `imptr`, on any host. */
export function isPixelUrl(url: string): boolean {
  // Most requests of a page end here, before any pattern is tried.
  if (!url.includes('/imptr')) return false;
  const path = URL_PARTS.exec(url)?.[3];
  return path !== undefined && path.endsWith('/imptr');
}

/**
 * Takes a pixel URL apart as the service reads it; `null` if it is no pixel URL. Strings only:
 * `URL` would normalise what has to be shown as it was sent.
 */
export function readPixelUrl(url: string): PixelUrl | null {
  if (!isPixelUrl(url)) return null;
  const [, scheme = '', host = '', path = '', query = ''] = URL_PARTS.exec(url) ?? [];
  const { before, redir } = splitRedir(query);
  const known: Record<(typeof KNOWN)[number], string | null> = {
    id: null,
    t: null,
    cachebuster: null,
    ancost: null,
  };
  const others: { name: string; value: string }[] = [];
  for (const part of before.split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const name = at < 0 ? part : part.slice(0, at);
    const value = at < 0 ? '' : part.slice(at + 1);
    const key = KNOWN.find((candidate) => candidate === name);
    if (key && known[key] === null) known[key] = value;
    else others.push({ name, value });
  }
  return {
    raw: url,
    scheme: scheme.toLowerCase(),
    host: host.toLowerCase(),
    path,
    ...known,
    redir,
    others,
  };
}

/** The parameters in the order of the service's documentation, decoded for reading. */
export function parametersOf(url: PixelUrl): readonly { name: string; value: string }[] {
  const known = KNOWN.map((name) => ({ name: String(name), value: url[name] }));
  const all = [...known, ...url.others, { name: 'redir', value: url.redir }];
  return all.flatMap(({ name, value }) =>
    value === null ? [] : [{ name: decodeText(name), value: decodeText(value) }],
  );
}

/** Percent-decoded text, or the text itself where its escapes are broken (a bare `%%MACRO%%`). */
export function decodeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// `redir` has to be the last parameter (Monetize, "Create an impression tracker").
function splitRedir(query: string): { before: string; redir: string | null } {
  const match = /(?:^|&)redir=/.exec(query);
  if (!match) return { before: query, redir: null };
  return { before: query.slice(0, match.index), redir: query.slice(match.index + match[0].length) };
}
