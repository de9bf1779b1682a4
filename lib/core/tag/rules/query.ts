import type { TagFinding } from '../finding';
import type { UrlParameter } from '../read/url';
import { KNOWN_PARAMETERS } from '../tag-spec';
import {
  finding,
  inText,
  parameterOf,
  placeOf,
  removeParameter,
  replaceInUrl,
  replaceUrl,
  type TagContext,
  type TagRule,
} from './rule';

const OURS: readonly string[] = KNOWN_PARAMETERS;

/** The query is one: one `?`, no empty or doubled parameters, no white space, nothing behind `#`. */
export const query: TagRule = (context) => [
  ...malformed(context),
  ...wrongCase(context),
  ...twice(context),
  ...whiteSpace(context),
  ...fragment(context),
];

// `??`, `&&`, `?&`, a second `?` before one of our own parameters: put together by hand.
function malformed({ tag }: TagContext): readonly TagFinding[] {
  const { url } = tag;
  const redir = url.parameters.find(({ name }) => name === 'redir');
  const start = url.address.end + 1;
  const end = redir?.start ?? url.fragment?.start ?? url.text.length;
  const head = url.text.slice(start, end);
  const isThere = (name: string) => url.parameters.some((parameter) => parameter.name === name);
  const fixed = head
    .replace(/\?(id|t|cachebuster|ancost|redir)=/g, (match, name: string) =>
      isThere(name) ? match : `&${name}=`,
    )
    .split('&')
    .map((part) => part.replace(/^\?+/, ''))
    .filter((part) => part !== '' && part !== '=')
    .join('&');
  const separator = redir && fixed ? '&' : '';
  if (head.length === 0 || fixed + separator === head) return [];
  const text = url.text.slice(0, start) + fixed + separator + url.text.slice(end);
  const at = inText(tag, { start: start - 1, end });
  const repair = replaceUrl(tag, text);
  return [finding({ code: 'query-malformed', severity: 'error', at, repair })];
}

// The service's parameters are in lower case; of `ID=` it is not known that it would be read.
function wrongCase({ tag }: TagContext): readonly TagFinding[] {
  return tag.url.parameters.flatMap((parameter): TagFinding[] => {
    const right = parameter.name.toLowerCase();
    if (parameter.name === right || !OURS.includes(right) || parameterOf(tag, right)) return [];
    const range = { start: parameter.start, end: parameter.start + right.length };
    return [
      finding({
        code: 'parameter-case',
        severity: 'error',
        at: placeOf(tag, parameter),
        values: { parameter: parameter.name, right },
        repair: replaceInUrl(tag, range, right),
      }),
    ];
  });
}

function twice({ tag }: TagContext): readonly TagFinding[] {
  const seen = new Map<string, UrlParameter>();
  const findings: TagFinding[] = [];
  for (const parameter of tag.url.parameters) {
    const first = seen.get(parameter.name);
    if (!first) seen.set(parameter.name, parameter);
    else if (OURS.includes(parameter.name)) {
      // Which of two values is meant only a person knows.
      const isSame = first.value === parameter.value;
      findings.push(
        finding({
          code: 'parameter-twice',
          severity: 'error',
          at: placeOf(tag, parameter),
          values: { parameter: parameter.name },
          repair: isSame ? removeParameter(tag, parameter) : null,
        }),
      );
    }
  }
  return findings;
}

// A line that an e-mail broke comes back together; any other gap may have been part of a value.
function whiteSpace({ tag }: TagContext): readonly TagFinding[] {
  const { text } = tag.url;
  const gap = /\s+/.exec(withoutMacroSpaces(text));
  if (!gap) return [];
  const joined = text.replace(/[ \t]*[\r\n]+[ \t]*/g, '');
  return [
    finding({
      code: 'white-space',
      severity: 'error',
      at: inText(tag, { start: gap.index, end: gap.index + gap[0].length }),
      repair: joined === text ? null : replaceUrl(tag, joined),
    }),
  ];
}

// Kevel's `{{url | url_encode}}` is written with spaces.
function withoutMacroSpaces(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}|\[[^[\]]*\]/g, (macro) => macro.replace(/ /g, '_'));
}

function fragment({ tag }: TagContext): readonly TagFinding[] {
  const { url } = tag;
  if (!url.fragment) return [];
  const rest = url.text.slice(url.fragment.start + 1);
  const isOurs = /^&?(?:id|t|cachebuster|ancost|redir)=/.test(rest);
  const separator = url.address.end < url.fragment.start ? '&' : '?';
  const text = isOurs ? separator + rest.replace(/^&/, '') : '';
  const repair = replaceInUrl(tag, url.fragment, text);
  return [finding({ code: 'fragment', severity: 'error', at: inText(tag, url.fragment), repair })];
}
