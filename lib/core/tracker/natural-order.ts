import { fold } from './search/fold';

const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * Two texts as a person orders them: numbers in them as numbers, capitals and accents only where nothing else tells
 * them apart. 0 for the same text alone.
 */
export function compareNaturally(a: string, b: string): number {
  if (a === b) return 0;
  return COLLATOR.compare(a, b) || (a < b ? -1 : 1);
}

/**
 * The texts in that order. A comparison by the collator takes long, so they are first ordered by keys that are
 * nearly right; of what is nearly in order it has little left to compare.
 */
export function inNaturalOrder(texts: readonly string[]): readonly string[] {
  return texts
    .map((text) => ({ text, key: keyOf(text) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ text }) => text)
    .toSorted(compareNaturally);
}

function keyOf(text: string): string {
  return fold(text).replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}
