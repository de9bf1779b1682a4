import { refOf } from './fields';
import { fold } from './fold';
import type { Prepared } from './prepare';
import type { Condition, Term } from './query';

/** Whether the tracker at this place of the list is one that is asked for. */
export type Test = (index: number) => boolean;

/** `active` stands in *inactive* as well, and is not meant there: each part begins a line. */
export function needleOf(word: string): string {
  return word === 'active' ? '\nactive' : word;
}

/** The terms as tests of one list, the quick ones first. */
export function testsOf(terms: readonly Term[], prepared: Prepared): readonly Test[] {
  return terms.map(({ any, isNot }) => {
    const tests = any.map((condition) => testOf(condition, prepared));
    const [only, ...others] = tests;
    const holds: Test =
      only !== undefined && others.length === 0 ? only : (index) => tests.some((it) => it(index));
    return isNot ? (index) => !holds(index) : holds;
  });
}

function testOf(condition: Condition, prepared: Prepared): Test {
  const { list, texts } = prepared;
  switch (condition.kind) {
    case 'word': {
      const needle = needleOf(condition.text);
      return (index) => texts[index]?.includes(needle) === true;
    }
    case 'text': {
      const fields = prepared.fieldTexts(condition.field);
      return (index) => fields[index]?.includes(condition.text) ?? false;
    }
    case 'ref':
      return refTest(condition, prepared);
    case 'span': {
      const { field, span } = condition;
      const key = field === 'advertiser' ? 'advertiserId' : field === 'id' ? 'id' : 'lastModified';
      const { from, to } = span;
      const numbers = prepared.fieldNumbers(key);
      return (index) => {
        const value = numbers[index] ?? Number.NaN;
        return value >= from && value <= to;
      };
    }
    case 'state':
      return (index) => list[index]?.state === condition.state;
    case 'none': {
      const { field } = condition;
      return (index) => {
        const tracker = list[index];
        if (tracker === undefined) return false;
        return field === 'code' ? !tracker.code?.trim() : refOf(tracker, field) === null;
      };
    }
    case 'same-in-reports': {
      const same = prepared.sameInReports();
      return (index) => {
        const tracker = list[index];
        return tracker !== undefined && same.has(tracker);
      };
    }
  }
}

// Thousands of trackers have the same publisher: each name is looked through once.
function refTest(
  { field, text, id }: Extract<Condition, { kind: 'ref' }>,
  { list }: Prepared,
): Test {
  const known = new Map<string, boolean>();
  return (index) => {
    const tracker = list[index];
    const ref = tracker && refOf(tracker, field);
    if (!ref) return false;
    if (ref.id === id) return true;
    let isIn = known.get(ref.name);
    if (isIn === undefined) known.set(ref.name, (isIn = fold(ref.name).includes(text)));
    return isIn;
  };
}
