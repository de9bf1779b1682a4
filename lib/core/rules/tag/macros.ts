import type { AdServer } from '../../ad-server/ad-server';
import { macrosIn, type Segment } from '../../macro/shapes';
import { isCachebusterOf, macrosOf, serversOf } from '../../ad-server/macros';
import type { Edit, TagFinding } from './finding';
import type { Parameter } from '../../pixel/read-address';
import { isPlaceholder } from './placeholders';
import {
  finding,
  inText,
  type Mendable,
  mendTogether,
  type TagContext,
  type TagRule,
} from './rule';

/** Every macro is one that this ad server replaces, letter for letter. */
export const macros: TagRule = (context) => {
  const own = context.server ? macrosOf(context.server) : [];
  const remarks = context.tag.url.parameters.flatMap((parameter) => [
    ...judgeAll(context, own, parameter),
    ...wrongCasePercent(context, own, parameter),
  ]);
  return [...mendTogether(context.tag, remarks), ...mixedServers(context)];
};

function judgeAll(
  context: TagContext,
  own: readonly string[],
  parameter: Parameter,
): readonly Mendable[] {
  const text = parameter.value ?? parameter.name;
  const start = parameter.value === null ? parameter.start : parameter.valueRange.start;
  return macrosIn(text).flatMap((macro) => judge(context, own, parameter, macro, start) ?? []);
}

function judge(
  context: TagContext,
  own: readonly string[],
  parameter: Parameter,
  macro: Segment,
  start: number,
): Mendable | null {
  const { tag, server, servers } = context;
  if (!server || isPlaceholder(macro.text)) return null;
  // In a template of JavaScript this is no macro.
  if (tag.isComputed && macro.text.startsWith('${')) return null;
  const range = { start: start + macro.start, end: start + macro.start + macro.text.length };
  const at = inText(tag, range);
  const values = { macro: macro.text, server: server.name, parameter: parameter.name };
  if (server.traps.includes('never-expands')) {
    return { code: 'macro-never-expanded', severity: 'error', at, values };
  }
  if (own.includes(macro.text)) return null;
  const word = macro.text.toLowerCase();
  const sameWord = own.find((known) => known.toLowerCase() === word);
  if (sameWord !== undefined) {
    if (server.traps.includes('ignores-case')) return null;
    return {
      code: 'macro-wrong-case',
      severity: 'error',
      at,
      values: { ...values, right: sameWord },
      change: { ...range, text: sameWord },
    };
  }
  const others = serversOf(macro.text, servers);
  if (others.length === 0) {
    return { code: 'macro-unknown', severity: 'warning', at, values };
  }
  return {
    code: 'macro-wrong-server',
    // A redirect or an extra parameter may be meant for somebody further on.
    severity: parameter.name === 'cachebuster' || parameter.name === 'ancost' ? 'error' : 'warning',
    at,
    values: { ...values, servers: namesOf(others) },
    change: ownCachebuster(context, parameter, macro.text, others),
  };
}

// Another ad server's cachebuster, alone in its place, can only mean: this ad server's.
function ownCachebuster(
  { server }: TagContext,
  parameter: Parameter,
  macro: string,
  others: readonly AdServer[],
): Edit | null {
  const own = server?.cachebuster;
  if (!own || parameter.name !== 'cachebuster' || parameter.value !== macro) return null;
  return others.some((other) => isCachebusterOf(other, macro))
    ? { ...parameter.valueRange, text: own }
    : null;
}

// `%EPID!` has not the shape of a macro, because `%C3!` may be an escape; but it can be nothing else.
function wrongCasePercent(
  { tag, server }: TagContext,
  all: readonly string[],
  parameter: Parameter,
): readonly Mendable[] {
  const own = all.filter((macro) => /^%[a-z]+!$/.test(macro));
  if (own.length === 0) return [];
  const value = parameter.value ?? '';
  return [...value.matchAll(/%[A-Za-z]+!/g)].flatMap(({ 0: macro, index }): Mendable[] => {
    const right = own.find((known) => known === macro.toLowerCase());
    if (right === undefined || right === macro || macrosIn(macro).length > 0) return [];
    const start = parameter.valueRange.start + index;
    const range = { start, end: start + macro.length };
    return [
      {
        code: 'macro-wrong-case',
        severity: 'error',
        at: inText(tag, range),
        values: { macro, right, server: server?.name ?? '', parameter: parameter.name },
        change: { ...range, text: right },
      },
    ];
  });
}

// With no ad server chosen there is still no ad server that replaces both `%%X%%` and `{{y}}`.
function mixedServers({ tag, server, servers }: TagContext): readonly TagFinding[] {
  if (server) return [];
  const found = tag.url.parameters
    .filter(({ name }) => name !== 'redir')
    .flatMap(({ value, name }) => macrosIn(value ?? name))
    .map(({ text }) => ({ text, owners: serversOf(text, servers) }))
    .filter(({ text, owners }) => owners.length > 0 && !isPlaceholder(text));
  const [first] = found;
  if (!first) return [];
  const shared = first.owners.filter((owner) => found.every((it) => it.owners.includes(owner)));
  if (shared.length > 0) return [];
  const values = { macros: [...new Set(found.map(({ text }) => text))].join(', ') };
  return [finding({ code: 'macro-mixed', severity: 'error', at: tag.urlRange, values })];
}

function namesOf(servers: readonly AdServer[]): string {
  return servers.map(({ name }) => name).join(', ');
}
