import type { TagFinding } from './finding';
import type { Parameter } from '../../pixel/read-address';
import { KNOWN_PARAMETERS } from '../../tag/tag-spec';
import {
  finding,
  inText,
  type Mendable,
  mendTogether,
  placeOf,
  rangeToRemove,
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
  const names = namesOf(tag);
  const fixed = head
    .replace(/\?(id|t|cachebuster|ancost|redir)=/g, (match, name: string) =>
      names.has(name) ? match : `&${name}=`,
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
  const names = namesOf(tag);
  const wrong = tag.url.parameters.flatMap((parameter): Mendable[] => {
    const right = parameter.name.toLowerCase();
    if (parameter.name === right || !OURS.includes(right) || names.has(right)) return [];
    const range = { start: parameter.start, end: parameter.start + right.length };
    return [
      {
        code: 'parameter-case',
        severity: 'error',
        at: placeOf(tag, parameter),
        values: { parameter: parameter.name, right },
        change: { ...range, text: right },
      },
    ];
  });
  return mendTogether(tag, wrong);
}

function twice({ tag }: TagContext): readonly TagFinding[] {
  const seen = new Map<string, Parameter>();
  const again: Mendable[] = [];
  for (const parameter of tag.url.parameters) {
    const first = seen.get(parameter.name);
    if (!first) seen.set(parameter.name, parameter);
    else if (OURS.includes(parameter.name)) {
      // Which of two values is meant only a person knows.
      const isSame = first.value === parameter.value;
      again.push({
        code: 'parameter-twice',
        severity: 'error',
        at: placeOf(tag, parameter),
        values: { parameter: parameter.name },
        change: isSame ? { ...rangeToRemove(tag, parameter), text: '' } : null,
      });
    }
  }
  return mendTogether(tag, again);
}

// A line that an e-mail broke comes back together; any other gap may have been part of a value.
function whiteSpace({ tag }: TagContext): readonly TagFinding[] {
  const { text } = tag.url;
  const gap = /\s+/.exec(withoutMacroSpaces(text));
  if (!gap) return [];
  const joined = joinLines(text);
  return [
    finding({
      code: 'white-space',
      severity: 'error',
      at: inText(tag, { start: gap.index, end: gap.index + gap[0].length }),
      repair: joined === text ? null : replaceUrl(tag, joined),
    }),
  ];
}

// Blanks beside a break go with it. A pattern for both would try a long row of blanks again and again.
function joinLines(text: string): string {
  const lines = text.split(/[\r\n]+/);
  return lines
    .map((line, index) => {
      let [start, end] = [0, line.length];
      if (index > 0) while (isBlank(line.charAt(start))) start += 1;
      if (index < lines.length - 1) while (end > start && isBlank(line.charAt(end - 1))) end -= 1;
      return line.slice(start, end);
    })
    .join('');
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t';
}

function namesOf({ url }: TagContext['tag']): ReadonlySet<string> {
  return new Set(url.parameters.map(({ name }) => name));
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
