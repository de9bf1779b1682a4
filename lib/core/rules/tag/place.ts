import { acceptsType } from '../../tag/write/build-tag';
import { splitMacros } from '../../macro/shapes';
import { isCachebusterOf } from '../../ad-server/macros';
import { decodeValue } from '../../macro/encode';
import type { TagFinding } from './finding';
import {
  finding,
  inText,
  isInAttribute,
  parameterOf,
  replaceUrl,
  type TagContext,
  type TagRule,
} from './rule';

/** The tag is of a kind its place takes, and its ad server does nothing to it there. */
export const place: TagRule = (context) => [
  ...kind(context),
  ...length(context),
  ...serverTraps(context),
];

function kind(context: TagContext): readonly TagFinding[] {
  const { tag, server, field, textLength } = context;
  const accepts = server?.accepts ?? [];
  const at = { start: tag.start, end: tag.end };
  const takesOnlyUrls =
    field === 'url' || (accepts.length > 0 && accepts.every((it) => it === 'url'));
  const values = { server: server?.name ?? '', type: tag.type };
  // Macros of an ad server that takes URLs may well go into a VAST document of somebody's.
  const isDocument = tag.carrier === 'vast' || tag.carrier === 'native';
  if (takesOnlyUrls && (isInAttribute(tag) || (field === 'url' && isDocument))) {
    // Alone in its field the tag can be cut down to its URL; but only where the field itself is known
    // to take nothing else. An image that works must not become text in a page.
    const isAlone = textLength === tag.end - tag.start;
    const repair = isAlone && field === 'url' ? [{ ...at, text: tag.url.text }] : null;
    return [finding({ code: 'html-in-url-field', severity: 'error', at, values, repair })];
  }
  if (field === 'url' || acceptsType(server, tag.type)) return [];
  return [finding({ code: 'type-not-accepted', severity: 'error', at, values })];
}

function length({ tag, server }: TagContext): readonly TagFinding[] {
  const limit = server?.maxLength;
  if (!limit || tag.url.text.length <= limit) return [];
  const values = { length: String(tag.url.text.length), limit: String(limit) };
  return [finding({ code: 'too-long', severity: 'error', at: tag.urlRange, values })];
}

function serverTraps(context: TagContext): readonly TagFinding[] {
  const traps = context.server?.traps ?? [];
  return [
    ...(traps.includes('lower-case-escapes') ? eatenEscapes(context) : []),
    ...(traps.includes('unquoted-src') || !context.tag.quoted ? unquotedBreaks(context) : []),
    ...(traps.includes('appends-number') ? appendedNumber(context) : []),
    ...(traps.includes('plain-image-placement') ? plainImage(context) : []),
  ];
}

// Google's servers take `%c` in `%c3%a9` for a macro of theirs (admanager/answer/2376981).
function eatenEscapes({ tag }: TagContext): readonly TagFinding[] {
  const eaten = /%(?=[0-9A-Fa-f]{2})[a-f][0-9A-Fa-f]/g;
  const pieces = splitMacros(tag.url.text);
  const first = pieces.flatMap(({ text, start, isMacro }) => {
    const index = isMacro ? -1 : text.search(eaten);
    return index < 0 ? [] : [{ start: start + index, end: start + index + 3 }];
  })[0];
  if (!first) return [];
  const upper = pieces.map(({ text, isMacro }) =>
    isMacro ? text : text.replace(eaten, (escape) => escape.toUpperCase()),
  );
  return [
    finding({
      code: 'escape-eaten',
      severity: 'error',
      at: inText(tag, first),
      values: { escape: tag.url.text.slice(first.start, first.end) },
      repair: replaceUrl(tag, upper.join('')),
    }),
  ];
}

// Sizmek writes `<IMG SRC=` and the URL without quotes (ad-servers.md section 2, rule 6).
function unquotedBreaks({ tag }: TagContext): readonly TagFinding[] {
  const found = /[\s"'<>`]/.exec(tag.url.text);
  if (!found) return [];
  const at = inText(tag, { start: found.index, end: found.index + 1 });
  return [
    finding({ code: 'breaks-unquoted', severity: 'error', at, values: { character: found[0] } }),
  ];
}

// Flashtalking adds a number to the very end where it finds no random macro of its own; that lands
// in the redirect (ad-servers.md section 2, rule 5).
function appendedNumber({ tag, server }: TagContext): readonly TagFinding[] {
  const redir = parameterOf(tag, 'redir');
  const value = decodeValue(parameterOf(tag, 'cachebuster')?.value ?? '');
  if (!redir || !server || isCachebusterOf(server, value)) return [];
  const at = inText(tag, redir);
  const values = { server: server.name };
  return [finding({ code: 'number-appended', severity: 'error', at, values })];
}

function plainImage({ tag, server }: TagContext): readonly TagFinding[] {
  const values = { server: server?.name ?? '' };
  return [finding({ code: 'plain-image-placement', severity: 'info', at: tag.urlRange, values })];
}
