import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isInserted } from '@/lib/platform/insert/is-inserted';
import type { FieldText } from '@/lib/platform/insert/read-field';

import { RUNS } from '../runs';

const exact = (text: string): FieldText => ({ text, kind: 'exact' });
const rich = (text: string): FieldText => ({ text, kind: 'rich' });
const screen = (text: string): FieldText => ({ text, kind: 'screen' });

describe('an insertion at the cursor', () => {
  it.each([
    ['into nothing', exact(''), exact('TAG')],
    ['at the end', exact('old '), exact('old TAG')],
    ['at the start', exact(' old'), exact('TAG old')],
    ['in the middle', exact('ab'), exact('aTAGb')],
    ['in place of a part', exact('abc'), exact('aTAGc')],
    ['in place of all', exact('abc'), exact('TAG')],
    ['beside one that was there', exact('TAG'), exact('TAGTAG')],
    ['in rich text, which broke the line', rich('old'), rich('old\nTAG')],
    ['in rich text, which dropped a space at the end', rich('old '), rich('oldTAG')],
    ['in view, with the rest of the text scrolled away', screen('one two'), screen('two TAG')],
    ['in view, broken at the edge', screen('one'), screen('one T\nAG')],
  ])('stands: %s', (_, before, after) => {
    expect(isInserted(before, after, 'TAG', 'cursor')).toBe(true);
  });

  it.each([
    ['nothing came', exact('old'), exact('old')],
    ['it was there before', exact('TAG'), exact('TAG')],
    ['it came twice', exact('old'), exact('oldTAGTAG')],
    ['it was changed', exact('old'), exact('oldTag')],
    ['it was cut', exact('old'), exact('oldTA')],
    ['something came with it', exact('old'), exact('oldTAG"')],
    ['something else was changed', exact('old'), exact('OLDTAG')],
    ['a space came into it, in rich text', rich('old'), rich('oldT AG')],
    ['only an old one is in view', screen('TAG'), screen('TAG')],
  ])('does not stand: %s', (_, before, after) => {
    expect(isInserted(before, after, 'TAG', 'cursor')).toBe(false);
  });

  it('is found wherever the text is put in', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, gone, tail, text) => {
        fc.pre(gone !== text);
        const before = exact(head + gone + tail);
        const after = exact(head + text + tail);
        expect(isInserted(before, after, text, 'cursor')).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('an insertion in place of everything', () => {
  it.each([
    ['the text alone', exact('old'), exact('TAG'), true],
    ['the text and a rest', exact('old'), exact('TAGold'), false],
    ['in rich text, with an empty line at the end', rich('old'), rich('TAG\n'), true],
    ['in view, broken at the edge', screen('old'), screen('TA\nG'), true],
  ])('%s', (_, before, after, stands) => {
    expect(isInserted(before, after, 'TAG', 'all')).toBe(stands);
  });
});
