import type { FieldTraits } from './pixel-field';

/** What a field says of the tags it wants. */
export type FieldClues = Pick<FieldTraits, 'kind' | 'inputType' | 'labels' | 'names'>;

const URL_WORDS = /\burls?\b|\blinks?\b/i;
const MARKUP_WORDS = /html|snippet|\btags?\b|\bcode\b/i;
const SCRIPT_WORDS = /java ?script|\bjs\b/i;

/** Whether a field takes nothing but a URL: a line whose label says so. */
export function takesOnlyUrls(field: FieldClues): boolean {
  if (field.inputType === 'url') return true;
  const words = wordsOf(field);
  return field.kind === 'input' && URL_WORDS.test(words) && !MARKUP_WORDS.test(words);
}

/** Whether a field asks for a script and not for an image. */
export function wantsScript(field: FieldClues): boolean {
  const words = wordsOf(field);
  return SCRIPT_WORDS.test(words) && !/image|\bimg\b/i.test(words);
}

function wordsOf({ labels, names }: FieldClues): string {
  return [...labels, ...names].join(' ').replace(/[_-]/g, ' ');
}
