import { macroEndAt } from '../macro/shapes';
import type { Range } from '../base/range';

/** One parameter as it stands in the address; offsets count from the address's start. */
export interface Parameter extends Range {
  readonly name: string;
  /** `null` for a name without `=`. */
  readonly value: string | null;
  /** Where the value stands; empty behind a name without one. */
  readonly valueRange: Range;
}

/** The address of a pixel in pieces, wherever it was met: nothing decoded and nothing lost. */
export interface PixelAddress {
  readonly text: string;
  /** In lower case; `''` where the address starts with `//` or with a path. */
  readonly scheme: string;
  /** Lower case, without a port; `''` where there is none. */
  readonly host: string;
  /** Behind the host and before the parameters, as it is written. */
  readonly path: string;
  /** Everything before the first parameter: scheme, host, path. */
  readonly address: Range;
  readonly parameters: readonly Parameter[];
  /** From `#`; no server is ever sent it. */
  readonly fragment: Range | null;
}

const ORIGIN = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)(?::\d*)?)?/i;
// Of `/IMPTR`, `/imptr/` and `/imptr&id=1` it is not known what the service does (api.md 3.4 has `/imptr`
// alone). Each is somebody's attempt at a tracker, so each is met and judged.
const PIXEL_PATH = /(?:^|[/\\])imptr\/?(?:&|$)/i;
const NO_ADDRESS = /^(?:data|blob|javascript):/i;

/**
 * Whether this is the address of an impression tracker: the last folder of its path is `imptr`, on any
 * host. The one answer for tags, sheets and requests, so what is wrong in a tag is seen on the wire.
 */
export function isPixelAddress(text: string): boolean {
  // Most requests of a page end here.
  if (!/imptr/i.test(text) || NO_ADDRESS.test(text)) return false;
  const rest = text.slice((ORIGIN.exec(text)?.[0] ?? '').length);
  return PIXEL_PATH.test(rest.replace(/[?#][\s\S]*$/, ''));
}

/**
 * Takes an address apart as the service reads it: `redir` takes everything behind it. Separators
 * inside macros do not count: `#{request.videoRandom}` has no fragment.
 */
export function readAddress(text: string): PixelAddress {
  const [origin = '', scheme = '', host = ''] = ORIGIN.exec(text) ?? [];
  const marks = findMarks(text);
  const addressEnd = marks.query ?? marks.fragment ?? text.length;
  const queryEnd = marks.fragment ?? text.length;
  const parameters: Parameter[] = [];
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
    path: text.slice(origin.length, addressEnd),
    address: { start: 0, end: addressEnd },
    parameters,
    fragment: marks.fragment === null ? null : { start: marks.fragment, end: text.length },
  };
}

/** The value of a parameter as it stands in the address; of several the first. */
export function valueOf(url: PixelAddress, name: string): string | null {
  return url.parameters.find((parameter) => parameter.name === name)?.value ?? null;
}

function readParameter(text: string, start: number, end: number): Parameter {
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

// Where a separator or a macro may begin.
const STOPS = /[?&#%[{$_@]/g;

function findMarks(text: string) {
  let query: number | null = null;
  let fragment: number | null = null;
  const separators: number[] = [];
  STOPS.lastIndex = 0;
  for (let stop = STOPS.exec(text); stop; stop = STOPS.exec(text)) {
    const { 0: char, index: at } = stop;
    const macroEnd = macroEndAt(text, at);
    if (macroEnd !== null) STOPS.lastIndex = macroEnd;
    else if (char === '#') {
      fragment = at;
      break;
    } else if (char === '?' && query === null) query = at;
    else if (char === '&' && query !== null) separators.push(at);
  }
  return { query, fragment, separators };
}
