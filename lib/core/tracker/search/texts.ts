import type { Tracker } from '../tracker';
import type { Places } from './places';

/** The texts of a list’s trackers, to be looked through at every keystroke. */
export interface SearchTexts {
  /** Those of `among`, or of all, whose text has these letters, or has them not; written over `among`. */
  find(letters: string, isNot: boolean, among: Places | null): Places;
  has(index: number, letters: string): boolean;
}

/**
 * Trackers that stand one behind the other, and their texts in one. Strings of their own lie wherever the browser
 * has put them, which makes looking through a hundred thousand up to five times as slow.
 */
interface Chunk {
  readonly trackers: readonly Tracker[];
  readonly text: string;
  /** Where the text of each ends. */
  readonly ends: Uint32Array;
}

const SIZE = 1000;

/**
 * Makes the texts of lists that say `textOf` of each tracker. Of a list that is patched, or comes in pieces, those
 * chunks are made anew in which something has changed.
 */
export function createTexts(
  textOf: (tracker: Tracker) => string,
): (list: readonly Tracker[]) => SearchTexts {
  let chunks: readonly Chunk[] = [];
  const chunkOf = (trackers: readonly Tracker[]): Chunk => {
    const texts = trackers.map(textOf);
    const ends = new Uint32Array(texts.length);
    let end = 0;
    for (const [index, text] of texts.entries()) ends[index] = end += text.length;
    // Read anew, a text without other letters has one byte for each again, and is looked through four times as fast.
    const text = String(JSON.parse(JSON.stringify(texts.join(''))));
    return { trackers, text, ends };
  };
  return (list) => {
    chunks = chunksOf(list, chunks, chunkOf);
    return toTexts(chunks, list.length);
  };
}

function chunksOf(
  list: readonly Tracker[],
  before: readonly Chunk[],
  chunkOf: (trackers: readonly Tracker[]) => Chunk,
): readonly Chunk[] {
  const byFirst = new Map(before.map((chunk) => [chunk.trackers[0], chunk]));
  const chunks: Chunk[] = [];
  let begun = 0;
  let at = 0;
  const end = () => {
    for (; begun < at; begun += SIZE) {
      chunks.push(chunkOf(list.slice(begun, Math.min(at, begun + SIZE))));
    }
    begun = at;
  };
  while (at < list.length) {
    const known = byFirst.get(list[at]);
    if (known && isAt(list, at, known.trackers)) {
      end();
      chunks.push(known);
      at += known.trackers.length;
      begun = at;
    } else at += 1;
  }
  end();
  // Each patch leaves shorter ones; where these are many, all are made anew.
  const isTorn = before.length > 0 && chunks.length > 10 + (2 * list.length) / SIZE;
  return isTorn ? chunksOf(list, [], chunkOf) : chunks;
}

function isAt(list: readonly Tracker[], start: number, trackers: readonly Tracker[]): boolean {
  for (let at = 0; at < trackers.length; at += 1) {
    if (list[start + at] !== trackers[at]) return false;
  }
  return true;
}

function toTexts(chunks: readonly Chunk[], count: number): SearchTexts {
  const places = placesOf(chunks);
  return {
    find(letters, isNot, among) {
      const found = among ?? new Uint32Array(count);
      const total = found.length;
      let at = 0;
      let kept = 0;
      for (const { first, chunk } of places) {
        const { text, ends } = chunk;
        const last = first + ends.length;
        // Where the letters stand next: nothing is looked through twice.
        let hit = -1;
        for (; at < total; at += 1) {
          const index = among === null ? at : (among[at] ?? 0);
          if (index >= last) break;
          const start = index === first ? 0 : (ends[index - first - 1] ?? 0);
          if (hit < start) hit = nextIn(text, letters, start);
          // What begins in one text and goes on in the next stands in neither.
          const isIn = hit + letters.length <= (ends[index - first] ?? 0);
          if (isIn !== isNot) found[kept++] = index;
        }
      }
      return found.subarray(0, kept);
    },
    has(index, letters) {
      const place = places.findLast(({ first }) => first <= index);
      if (!place) return false;
      const { first, chunk } = place;
      const start = index === first ? 0 : chunk.ends[index - first - 1];
      return chunk.text.slice(start, chunk.ends[index - first]).includes(letters);
    },
  };
}

function nextIn(text: string, letters: string, start: number): number {
  const at = text.indexOf(letters, start);
  return at < 0 ? Infinity : at;
}

/** The chunks, each with the place in the list at which it begins. */
function placesOf(chunks: readonly Chunk[]) {
  let next = 0;
  return chunks.map((chunk) => {
    const first = next;
    next += chunk.trackers.length;
    return { first, chunk };
  });
}
