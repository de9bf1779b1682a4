import type { Tracker } from '../tracker';
import { type Columns, columnsOf } from './columns';
import { fold } from './fold';
import { createTexts, type SearchTexts } from './texts';

/** What a list says of a tracker in words of its own, such as *No line item*: a search finds it, too. */
export type SaidOf = (tracker: Tracker) => readonly string[];

/** A list made ready to be searched at every keystroke. Its texts are folded. */
export interface Prepared {
  readonly list: readonly Tracker[];
  /** All that can be looked for, in which each thing begins a line. */
  texts(): SearchTexts;
  /** The names, or codes, by themselves. */
  fieldTexts(field: 'name' | 'code'): SearchTexts;
  readonly columns: Columns;
}

/** Makes lists ready. What was made for trackers is kept, so that a list that was patched is soon ready. */
export function createPrepare(saidOf: SaidOf): (list: readonly Tracker[]) => Prepared {
  const textsOf = {
    all: createTexts((tracker) => searchText(tracker, saidOf(tracker))),
    name: createTexts((tracker) => fold(tracker.name)),
    code: createTexts((tracker) => fold(tracker.code ?? '')),
  };
  let last: Prepared | null = null;
  return (list) => {
    if (last?.list === list) return last;
    const made = new Map<keyof typeof textsOf, SearchTexts>();
    const texts = (of: keyof typeof textsOf) => {
      const known = made.get(of) ?? textsOf[of](list);
      made.set(of, known);
      return known;
    };
    last = { list, texts: () => texts('all'), fieldTexts: texts, columns: columnsOf(list) };
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
