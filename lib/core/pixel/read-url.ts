import { macroEndAt } from '../macro/shapes';
import type { Range } from '../base/range';

/** One parameter as it stands in the URL; offsets count from the URL's start. */
export interface UrlParameter extends Range {
  readonly name: string;
  /** `null` for a name without `=`. */
  readonly value: string | null;
  /** Where the value stands; empty behind a name without one. */
  readonly valueRange: Range;
}

/** A URL in pieces, nothing decoded and nothing lost. */
export interface UrlPieces {
  readonly text: string;
  /** `https`, or `''` where the URL starts with `//` or with a path. */
  readonly scheme: string;
  /** Lower case, without a port; `''` where there is none. */
  readonly host: string;
  /** Everything before the first parameter: scheme, host, path. */
  readonly address: Range;
  readonly parameters: readonly UrlParameter[];
  /** From `#`; no server is ever sent it. */
  readonly fragment: Range | null;
}

const ADDRESS = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/(?:[^/?#@]*@)?([^/?#:]*)(?::\d*)?)?/i;

/**
 * Takes a URL apart as the service reads it: `redir` takes everything behind it. Separators inside
 * macros do not count: `#{request.videoRandom}` has no fragment.
 */
export function readUrl(text: string): UrlPieces {
  const [, scheme = '', host = ''] = ADDRESS.exec(text) ?? [];
  const marks = findMarks(text);
  const addressEnd = marks.query ?? marks.fragment ?? text.length;
  const queryEnd = marks.fragment ?? text.length;
  const parameters: UrlParameter[] = [];
  if (marks.query !== null) {
    let start = marks.query + 1;
    for (const end of [...marks.separators, queryEnd]) {
      if (end < start) continue;
      const isRedir = text.startsWith('redir=', start);
      const parameter = readParameter(text, start, isRedir ? queryEnd : end);
      parameters.push(parameter);
      if (isRedir) break;
      start = end + 1;
    }
  }
  return {
    text,
    scheme: scheme.toLowerCase(),
    host: host.toLowerCase(),
    address: { start: 0, end: addressEnd },
    parameters,
    fragment: marks.fragment === null ? null : { start: marks.fragment, end: text.length },
  };
}

/** The value of a parameter as it stands in the URL; of several the first. */
export function valueOf(url: UrlPieces, name: string): string | null {
  return url.parameters.find((parameter) => parameter.name === name)?.value ?? null;
}

function readParameter(text: string, start: number, end: number): UrlParameter {
  const part = text.slice(start, end);
  const equals = part.indexOf('=');
  if (equals < 0) return { name: part, value: null, start, end, valueRange: { start: end, end } };
  const valueStart = start + equals + 1;
  return {
    name: part.slice(0, equals),
    value: text.slice(valueStart, end),
    start,
    end,
    valueRange: { start: valueStart, end },
  };
}

function findMarks(text: string) {
  let query: number | null = null;
  let fragment: number | null = null;
  const separators: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    const macroEnd = macroEndAt(text, at);
    if (macroEnd !== null) at = macroEnd - 1;
    else if (char === '#') {
      fragment = at;
      break;
    } else if (char === '?' && query === null) query = at;
    else if (char === '&' && query !== null) separators.push(at);
  }
  return { query, fragment, separators };
}
