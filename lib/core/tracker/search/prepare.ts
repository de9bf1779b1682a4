import { sameInReports } from '../same-in-reports';
import type { Tracker } from '../tracker';
import { fold } from './fold';

/** What a list says of a tracker in words of its own, such as *No line item*: a search finds it, too. */
export type SaidOf = (tracker: Tracker) => readonly string[];

/** A list made ready to be searched at every keystroke. */
export interface Prepared {
  readonly list: readonly Tracker[];
  /** One folded text for each tracker, in which each thing begins a line. */
  readonly texts: readonly string[];
  /** The folded names, or codes, made when they are first asked for. */
  fieldTexts(field: 'name' | 'code'): readonly string[];
  /** The same of numbers. */
  fieldNumbers(field: 'id' | 'advertiserId' | 'lastModified'): Float64Array;
  /** Those that reports cannot tell from another one of the list, found when they are first asked for. */
  sameInReports(): ReadonlySet<Tracker>;
}

/** Makes lists ready. What was made for a tracker is kept, so that a list that was patched is ready at once. */
export function createPrepare(saidOf: SaidOf): (list: readonly Tracker[]) => Prepared {
  const made = new WeakMap<Tracker, string>();
  let last: Prepared | null = null;
  const textOf = (tracker: Tracker): string => {
    const known = made.get(tracker);
    if (known !== undefined) return known;
    const text = searchText(tracker, saidOf(tracker));
    made.set(tracker, text);
    return text;
  };
  return (list) => {
    if (last?.list === list) return last;
    const before = last;
    // A list that comes in pieces, and one that is patched near its end, begins as it did.
    const texts = list.map((tracker, index) =>
      before?.list[index] === tracker ? (before.texts[index] ?? '') : textOf(tracker),
    );
    let same: ReadonlySet<Tracker> | null = null;
    const fields = new Map<string, readonly string[]>();
    const numbers = new Map<string, Float64Array>();
    last = {
      list,
      texts,
      fieldTexts(field) {
        const known = fields.get(field) ?? list.map((tracker) => fold(tracker[field] ?? ''));
        fields.set(field, known);
        return known;
      },
      fieldNumbers(field) {
        const known = numbers.get(field) ?? Float64Array.from(list, (tracker) => tracker[field]);
        numbers.set(field, known);
        return known;
      },
      sameInReports: () => (same ??= new Set(sameInReports(list).flat())),
    };
    return last;
  };
}

function searchText(tracker: Tracker, said: readonly string[]): string {
  const parts = [
    tracker.id,
    tracker.name,
    tracker.code,
    tracker.publisher?.name,
    tracker.placement?.name,
    tracker.lineItem?.name,
    tracker.state,
    ...said,
  ];
  return fold(`\n${parts.join('\n')}`);
}
