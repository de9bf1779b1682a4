import type { Column } from './columns';
import { fold } from './fold';
import { type Places, type Test, where } from './places';
import type { Prepared } from './prepare';
import type { Condition, Term } from './query';

/** `active` stands in *inactive* as well, and is not meant there: each part begins a line. */
export function needleOf(word: string): string {
  return word === 'active' ? '\nactive' : word;
}

/** Those of `among`, or of the whole list, for which all terms hold. */
export function findAll(
  terms: readonly Term[],
  prepared: Prepared,
  among: Places | null,
): Places | null {
  return terms.reduce((left, term) => find(term, prepared, left), among);
}

function find({ any, isNot }: Term, prepared: Prepared, among: Places | null): Places {
  const [only, ...others] = any;
  const letters = only && others.length === 0 ? lettersOf(only, prepared) : null;
  if (letters) return letters.texts.find(letters.text, isNot, among);
  const tests = any.map((condition) => testOf(condition, prepared));
  const [first, ...more] = tests;
  const some: Test =
    first && more.length === 0 ? first : (index) => tests.some((test) => test(index));
  return where(prepared.list.length, among, isNot ? (index) => !some(index) : some);
}

/** What a condition looks for in which texts; `null` where it is another one. */
function lettersOf(condition: Condition, prepared: Prepared) {
  if (condition.kind === 'word') {
    return { texts: prepared.texts(), text: needleOf(condition.text) };
  }
  if (condition.kind !== 'text') return null;
  return { texts: prepared.fieldTexts(condition.field), text: condition.text };
}

function testOf(condition: Condition, prepared: Prepared): Test {
  const { list, columns } = prepared;
  switch (condition.kind) {
    case 'word':
    case 'text': {
      const letters = lettersOf(condition, prepared);
      return (index) => letters?.texts.has(index, letters.text) === true;
    }
    case 'ref': {
      const { field, text, id } = condition;
      return inColumn(
        columns.refs(field),
        (ref) => ref !== null && (ref.id === id || fold(ref.name).includes(text)),
      );
    }
    case 'span': {
      const { from, to } = condition.span;
      const numbers = numbersOf(condition.field, prepared);
      return (index) => {
        const value = numbers[index] ?? Number.NaN;
        return value >= from && value <= to;
      };
    }
    case 'state':
      return inColumn(columns.states(), (state) => state === condition.state);
    case 'none': {
      const { field } = condition;
      if (field === 'code') return (index) => !list[index]?.code?.trim();
      return inColumn(columns.refs(field), (ref) => ref === null);
    }
    case 'same-in-reports':
      return inColumn(columns.same(), (isSame) => isSame);
  }
}

function numbersOf(field: 'id' | 'advertiser' | 'modified', { columns }: Prepared): Float64Array {
  switch (field) {
    case 'id':
      return columns.ids();
    case 'advertiser':
      return columns.advertisers();
    case 'modified':
      return columns.moments();
  }
}

// Thousands of trackers have the same publisher: each is asked once.
function inColumn<T>({ values, of }: Column<T>, holds: (value: T) => boolean): Test {
  const asked = Uint8Array.from(values, (value) => Number(holds(value)));
  return (index) => asked[of[index] ?? -1] === 1;
}
