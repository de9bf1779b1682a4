import { CONSOLE_MARKS } from './pixel-field-marks';

/** What can be told of a text field from its markup. */
export interface FieldTraits {
  readonly kind: 'input' | 'textarea' | 'editable';
  readonly inputType: string;
  /** Most characters it takes; `null` where nothing is said. */
  readonly maxLength: number | null;
  /** What a person reads at it, each by itself: label, placeholder, title, the cell in front. */
  readonly labels: readonly string[];
  /** What a program calls it: `name`, `id` and the like. */
  readonly names: readonly string[];
  readonly value: string;
  /** Host name of its page. */
  readonly host: string;
}

// `https://ib.adnxs.com/imptr?id=1&t=2` and a cachebuster do not fit in less.
const SHORTEST = 60;
const TEXT_TYPES = new Set(['', 'text', 'url']);
const IMPTR = /\/imptr\?/i;

// Words are compared in lower case, without accents and punctuation, with camelCase taken apart.
const THING = 'pixel|beacon|track\\w*|tags?|urls?|links?|code|scripts?|image|javascript|html';
const YES = new RegExp(
  [
    '(?:pixel|beacon)s?\\b',
    `\\bimpressions?\\b.*\\b(?:${THING})\\b`,
    `\\b(?:${THING})\\b.*\\bimpressions?\\b`,
    `\\b(?:imp|impr|view|impression)s? ?(?:track|pixel|tag)`,
    `\\btrack(?:ing|ers?) (?:pixel|url|link|tag|code|script|image|html|snippet)`,
    `\\b(?:third|3rd|3) ?party\\b.*\\b(?:${THING}|measurement|verification)\\b`,
    '\\b(?:event|ad|creative|measurement|verification) (?:tag|code|snippet)s?\\b',
    '\\b(?:html|code|tag) snippets?\\b',
    '\\b(?:ap|pre)pend(?:ed)?\\b.*\\b(?:html|code|tag|script)\\b',
    '\\bvast (?:tag|url|xml)',
  ].join('|'),
);
// These fields are for something else, whatever else they say. "Click to edit" is no click field.
const OTHER =
  /\bclick(?!s? (?:to|here|in)\b)|\b(?:landing|destination|search|filter|find|password|e ?mail|subject|redirect|companion|viewable|viewability|conversion|floodlight)/;
// A thing about a pixel or about impressions, and not a tag.
const ABOUT =
  /\b(?:width|height|size|density|ratio|padding|margin|resolution|offset|radius|megapixel|max|min|maximum|minimum|per|daily|total)s?\b|\b(?:in|of|x|mega|sub) ?pixels?$|\b(?:name|title|description|notes?|comments?|ids?|type|status|date|number|count|cap|goal|limit|budget|price|cost|rate|frequency|owner|category|provider|vendor|company|domain|version|template|group|parameters?)$/;

/** Whether a pixel tag may belong into this field; when in doubt, no, so as not to be a nuisance. */
export function isPixelField(field: FieldTraits): boolean {
  if (field.kind === 'input' && !TEXT_TYPES.has(field.inputType)) return false;
  if (field.maxLength !== null && field.maxLength < SHORTEST) return false;
  if (IMPTR.test(field.value)) return true;
  const phrases = [...field.labels, ...field.names]
    .map((text) => plain(text).replace(/ \d+$/, ''))
    .filter(Boolean);
  if (phrases.some(isOther)) return false;
  return phrases.some((phrase) => YES.test(phrase) || isMarked(phrase, field));
}

/**
 * A key by which a field is known again after a reload: what it is called, without the numbers that
 * frameworks count up in their ids.
 */
export function fieldKey(field: FieldTraits): string {
  const label = field.labels.map(plain).find(Boolean);
  const name = field.names.map((text) => plain(text).replace(/\d+/g, '#')).find(Boolean);
  return `${field.kind}:${label ?? name ?? ''}`.slice(0, 160);
}

function isOther(phrase: string): boolean {
  return OTHER.test(phrase) || (YES.test(phrase) && ABOUT.test(phrase));
}

function isMarked(phrase: string, { host, kind }: FieldTraits): boolean {
  return CONSOLE_MARKS.some(
    ([where, words]) =>
      (where === '' ? kind === 'textarea' : where === host) &&
      new RegExp(`^(?:${words})$`).test(phrase),
  );
}

// Addresses as examples ("https://…/click?…") say nothing about the field.
function plain(text: string): string {
  if (/^\s*(?:https?:)?\/\//.test(text)) return '';
  return text
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\(?\b(?:optional|required)\b\)?/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
