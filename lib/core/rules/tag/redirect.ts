import { macrosIn } from '../../macro/shapes';
import { canonicalRedir, decodeEscapes } from '../../macro/encode';
import type { Edit, TagFinding } from './finding';
import type { Parameter } from '../../pixel/read-address';
import { isPlaceholder } from './placeholders';
import {
  finding,
  inText,
  parameterOf,
  placeOf,
  removeParameter,
  replaceUrl,
  replaceValue,
  type TagContext,
  type TagRule,
} from './rule';

// Parameters of the service that nobody else's pixel has.
const STRAY = /&(cachebuster|ancost|t)=([^&?#]*)/;

/** `redir` is last, filled in, by https, and as its target needs it: encoded neither more nor less. */
export const redirect: TagRule = (context) => {
  const parameter = parameterOf(context.tag, 'redir');
  if (!parameter) return [];
  const value = parameter.value ?? '';
  if (value === '' || isPlaceholder(value)) return [empty(context, parameter, value)];
  return [
    ...notLast(context, parameter, value),
    ...encoded(context, parameter, value),
    ...notHttps(context, parameter, value),
  ];
};

function empty({ tag }: TagContext, parameter: Parameter, value: string): TagFinding {
  return finding({
    code: 'redir-empty',
    severity: 'error',
    at: placeOf(tag, parameter),
    values: { value },
    repair: removeParameter(tag, parameter),
  });
}

// Everything behind `redir=` goes to the target (Monetize, "Create an impression tracker"), so a
// parameter of the service that stands there is lost.
function notLast({ tag }: TagContext, parameter: Parameter, value: string): readonly TagFinding[] {
  const stray = STRAY.exec(value);
  const name = stray?.[1];
  if (!stray || name === undefined || parameterOf(tag, name)) return [];
  const start = parameter.valueRange.start + stray.index;
  return [
    finding({
      code: 'redir-not-last',
      severity: 'error',
      at: inText(tag, { start, end: start + stray[0].length }),
      values: { parameter: name },
      repair: moveBefore(tag.url.text, parameter, stray, (url) => replaceUrl(tag, url)),
    }),
  ];
}

// Where the target has a query of its own, the parameter may be the target's.
function moveBefore(
  url: string,
  redir: Parameter,
  stray: RegExpExecArray,
  write: (url: string) => readonly Edit[],
): readonly Edit[] | null {
  const target = url.slice(redir.valueRange.start, redir.end);
  if (target.slice(0, stray.index).includes('?')) return null;
  const rest = target.slice(0, stray.index) + target.slice(stray.index + stray[0].length);
  const moved = stray[0].slice(1);
  const tail = url.slice(redir.end);
  return write(`${url.slice(0, redir.start)}${moved}&redir=${rest}${tail}`);
}

// The click tracker's redirect must be "non-encoded and fully functional"; for the impression
// tracker the same is taken to hold, since it too has to be last (api.md 3.4).
function encoded({ tag }: TagContext, parameter: Parameter, value: string): readonly TagFinding[] {
  const at = placeOf(tag, parameter);
  if (/^https?%(?:25)*3A/i.test(value)) {
    // A space or quote that comes to light stays escaped, as in every redirect that is written here.
    const repair = replaceValue(tag, parameter, canonicalRedir(decodeEscapes(value)));
    const isTwice = /^https?%25/i.test(value);
    const code = isTwice ? ('redir-encoded-twice' as const) : ('redir-encoded' as const);
    return [finding({ code, severity: 'error', at, repair })];
  }
  if (!/%25[0-9A-F]{2}/i.test(value)) return [];
  return [finding({ code: 'redir-encoded-twice', severity: 'warning', at })];
}

function notHttps({ tag }: TagContext, parameter: Parameter, value: string): readonly TagFinding[] {
  if (/^https(?::\/\/|%)/i.test(value) || macrosIn(value)[0]?.start === 0) return [];
  const isPlain = /^http:\/\//i.test(value);
  const severity = isPlain ? 'warning' : 'error';
  return [finding({ code: 'redir-not-https', severity, at: placeOf(tag, parameter) })];
}
