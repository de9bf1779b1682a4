import { z } from '../base/schema';
import { isPixelAddress, readAddress } from './read-address';

/** What is kept of a requested address: the values that are listed, searched and exported. */
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

const KNOWN = ['id', 't', 'cachebuster', 'ancost', 'redir'] as const;

/** Whether a request went to an impression tracker's address. */
export function isPixelUrl(url: string): boolean {
  return isPixelAddress(url) && /^[a-z][a-z0-9+.-]*:\/\//i.test(url);
}

/** What is kept of the address of a request; `null` if it is no pixel's. */
export function readPixelUrl(url: string): PixelUrl | null {
  if (!isPixelUrl(url)) return null;
  const { scheme, host, path, parameters } = readAddress(url);
  const known: Record<(typeof KNOWN)[number], string | null> = {
    id: null,
    t: null,
    cachebuster: null,
    ancost: null,
    redir: null,
  };
  const others: { name: string; value: string }[] = [];
  for (const { name, value } of parameters) {
    if (name === '' && value === null) continue;
    const key = KNOWN.find((candidate) => candidate === name);
    if (key && known[key] === null) known[key] = value ?? '';
    else others.push({ name, value: value ?? '' });
  }
  return { raw: url, scheme, host, path, ...known, others };
}

/** The parameters in the order of the service's documentation, decoded for reading. */
export function parametersOf(url: PixelUrl): readonly { name: string; value: string }[] {
  const known = (name: (typeof KNOWN)[number]) => ({ name: String(name), value: url[name] });
  const front = KNOWN.filter((name) => name !== 'redir').map(known);
  const all = [...front, ...url.others, known('redir')];
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
