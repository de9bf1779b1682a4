import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createTexts } from '@/lib/core/tracker/search/texts';
import type { Tracker } from '@/lib/core/tracker/tracker';

import { tracker } from '../../../components/trackers/build';

const named = (...names: readonly string[]) => names.map((name, index) => tracker(index + 1, name));
const textOf = ({ name }: Tracker) => name;
const all = (count: number) => Uint32Array.from({ length: count }, (_, index) => index);

/** What was made anew for lists, one after the other. */
function watched() {
  const made: Tracker[] = [];
  const texts = createTexts((one) => {
    made.push(one);
    return one.name;
  });
  return {
    texts,
    madeFor: (list: readonly Tracker[]) => (made.splice(0), texts(list), made.length),
  };
}

describe('letters', () => {
  it.each<[string, readonly string[], string, readonly number[]]>([
    ['in some', ['ab', 'cd', 'ca'], 'a', [0, 2]],
    ['in none', ['ab', 'cd'], 'x', []],
    ['that begin in one text and end in the next', ['ab', 'cd', 'bc'], 'bc', [2]],
    ['that do so, and stand in the next as well', ['ab', 'cabc'], 'bc', [1]],
    ['that are all of a text', ['ab', 'ab'], 'ab', [0, 1]],
    ['that are more than a text', ['a', 'b', 'ab'], 'ab', [2]],
    ['with texts that are empty', ['', 'a', ''], 'a', [1]],
    ['that are none', ['', 'a'], '', [0, 1]],
    ['of no list', [], 'a', []],
  ])('%s', (_, names, letters, expected) => {
    const texts = createTexts(textOf)(named(...names));
    expect([...texts.find(letters, false, null)]).toEqual(expected);
    const others = [...all(names.length)].filter((index) => !expected.includes(index));
    expect([...texts.find(letters, true, null)]).toEqual(others);
  });

  const anyName = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\n'), maxLength: 5 });
  it('are found as in each text by itself, in all and among some', () => {
    fc.assert(
      fc.property(
        fc.array(anyName, { maxLength: 40 }),
        anyName,
        fc.boolean(),
        fc.array(fc.nat(39)),
        (names, letters, isNot, some) => {
          const texts = createTexts(textOf)(named(...names));
          const isAsked = (index: number) => (names[index]?.includes(letters) ?? false) !== isNot;
          const places = [...all(names.length)];
          expect([...texts.find(letters, isNot, null)]).toEqual(places.filter(isAsked));
          expect(places.map((index) => texts.has(index, letters) !== isNot)).toEqual(
            places.map(isAsked),
          );
          const among = places.filter((index) => some.includes(index));
          expect([...texts.find(letters, isNot, Uint32Array.from(among))]).toEqual(
            among.filter(isAsked),
          );
        },
      ),
    );
  });
});

describe('a list that is changed', () => {
  const long = Array.from({ length: 5500 }, (_, index) => tracker(index + 1, `Nº ${index}`));

  it.each<[string, (list: readonly Tracker[]) => readonly Tracker[], number]>([
    ['is as it was', (list) => [...list], 0],
    ['has one more in front', (list) => [tracker(9000, 'New'), ...list], 1],
    ['has one more at its end', (list) => [...list, tracker(9000, 'New')], 1],
    ['has lost its first', (list) => list.slice(1), 999],
    ['has another in its middle', (list) => list.with(2500, tracker(9000, 'New')), 1000],
    ['is another list', (list) => list.map((one) => ({ ...one })), 5500],
    ['is empty', () => [], 0],
  ])('and %s', (_, change, expected) => {
    const { texts, madeFor } = watched();
    expect(madeFor(long)).toBe(5500);
    const changed = change(long);
    expect(madeFor(changed)).toBe(expected);
    const found = [...texts(changed).find('99', false, null)].map((index) => changed[index]?.name);
    expect(found).toEqual(
      changed.filter(({ name }) => name.includes('99')).map(({ name }) => name),
    );
  });

  it('over and over is put together again, and not for each change', () => {
    const { madeFor } = watched();
    let list: readonly Tracker[] = long;
    madeFor(list);
    let made = 0;
    for (let turn = 1; turn <= 60; turn += 1) {
      list = [tracker(9000 + turn, `New ${turn}`), ...list];
      made += madeFor(list);
    }
    expect(made).toBeLessThan(60 + 4 * 6000);
  });
});
