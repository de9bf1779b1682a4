/** The parameters of a pixel's query. */
export interface PixelQuery {
  readonly params: (readonly [name: string, value: string])[];
  readonly redirect: string | null;
}

/**
 * Reads the query of `/imptr`. `redir` must come last (documented), so all that follows it, `&`
 * and `?` included, is the target.
 */
export function readPixelQuery(query: string): PixelQuery {
  const start = /(?:^|&)redir=/.exec(query);
  const head = start ? query.slice(0, start.index) : query;
  const params: (readonly [string, string])[] = [...new URLSearchParams(head)];
  if (!start) return { params, redirect: null };
  const tail = query.slice(start.index + start[0].length);
  params.push(['redir', tail]);
  return { params, redirect: redirectTarget(tail) };
}

/**
 * Where a raw tail leads. The click tracker's target is documented as "non-encoded"; whether
 * `/imptr` would take an encoded one is unknown, so one round of decoding is allowed here.
 */
function redirectTarget(tail: string): string | null {
  const target = /^https?%3a/i.test(tail) ? decodeOnce(tail) : tail;
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return null;
  return new URL(target).href;
}

function decodeOnce(tail: string): string {
  try {
    return decodeURIComponent(tail);
  } catch {
    return tail;
  }
}
