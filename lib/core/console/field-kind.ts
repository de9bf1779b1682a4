import type { AdServer } from '../ad-server/ad-server';
import type { FieldTraits } from './pixel-field';

/** What a field says of the tags it wants. */
export type FieldClues = Pick<FieldTraits, 'kind' | 'inputType' | 'labels' | 'names'>;

// An address as an example says it too.
const URL_WORDS = /\bur[il]s?\b|\blinks?\b|^(?:https?:)?\/\//im;
const MARKUP_WORDS =
  /html|snippet|\btags?\b|\bcode\b|<\w|\burls?\s*(?:\/|or\b|and\b|&)\s*pixels?\b|\bpixels?\s*(?:\/|or\b|and\b|&)\s*urls?\b/i;
// What a program calls a field is loosely meant: `tag-form` may hold a field for URLs.
const MARKUP_NAMES = /html|snippet/i;
// The URL of a tag is a URL: "Event tag URL", "URL of the script".
const URL_OF_TAG =
  /\b(?:tags?|code|script|html) (?=(?:urls?|links?)\b)|(?<=\b(?:urls?|links?)) (?:of|for|to) (?:the |your |an? )?(?:[\w-]+ )?(?:tags?|code|snippet)\b/gi;
const SCRIPT_WORDS = /java ?script|\bjs\b/i;

/** Whether a field says that it takes nothing but URLs. */
export function takesOnlyUrls(field: FieldClues): boolean {
  if (field.inputType === 'url') return true;
  // An editor for code is one for markup, whatever it is called.
  if (field.kind === 'editable' || saysMarkup(field)) return false;
  const labels = wordsOf(field.labels);
  return URL_WORDS.test(labels) || URL_WORDS.test(wordsOf(field.names));
}

/**
 * What a field takes: what it says itself, or else what the ad server does whose console it is in.
 * The ad server must be known by its console: a choice says nothing of the field.
 */
export function fieldTakes(field: FieldClues | null, console: AdServer | null): 'url' | 'any' {
  if (field === null) return 'any';
  if (takesOnlyUrls(field)) return 'url';
  const accepts = console?.accepts ?? [];
  const isUrlsOnly = accepts.length > 0 && accepts.every((it) => it === 'url');
  return isUrlsOnly && !saysMarkup(field) ? 'url' : 'any';
}

/** Whether a field asks for a script and not for an image. */
export function wantsScript({ labels, names }: FieldClues): boolean {
  const words = spaced([...labels, ...names]);
  return SCRIPT_WORDS.test(words) && !/image|\bimg\b/i.test(words);
}

// What a person reads goes before what a program calls it.
function saysMarkup({ labels, names }: FieldClues): boolean {
  const read = wordsOf(labels);
  if (MARKUP_WORDS.test(read)) return true;
  const called = wordsOf(names);
  return URL_WORDS.test(read) ? MARKUP_NAMES.test(called) : MARKUP_WORDS.test(called);
}

// With the URL of a tag as what it is, a URL.
function wordsOf(texts: readonly string[]): string {
  return spaced(texts).replace(URL_OF_TAG, '');
}

function spaced(texts: readonly string[]): string {
  return texts
    .map((text) => text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' '))
    .join('\n');
}
