import { describe, expect, it } from 'vitest';

import { MAX_FIELD_TEXT } from '@/lib/core/base/limits';
import { checkText } from '@/lib/core/judge/check-text';
import { reportField } from '@/lib/core/judge/field-report';
import type { TagPlace } from '@/lib/core/rules/rule';
import { sayAtField } from '@/lib/text/findings';

import { besideBlanks, NASTY_PIECES, nastyTexts } from '../tag/nasty-pieces';
import { ANYWHERE, inConsole } from '../rules/places';

const CM360 = inConsole('cm360');
const URL_FIELD: TagPlace = { ...CM360, field: 'url' };
const report = (text: string, place = CM360) => reportField(text, place, sayAtField);

// The test's own time limit is what fails where work grows faster than the text.
const PATIENCE = 90_000;

describe('what is told of a field', () => {
  it('says of a field that holds more than is read so much, and what to do', () => {
    const { tags, remarks, repaired, now } = report('x'.repeat(MAX_FIELD_TEXT + 1));
    expect(tags).toEqual([]);
    expect(now).toEqual([]);
    expect(repaired).toBeNull();
    expect(remarks).toEqual([
      {
        code: 'text-too-long',
        severity: 'warning',
        sentence:
          'This field holds 1,000,001 characters, more than the 1,000,000 that are read: nothing in it was checked.',
        next: 'Check its tags one by one, or put them into several fields.',
      },
    ]);
  });

  it.each([
    [10, ''],
    [11, 'And 1 more remark of this kind.'],
    [2_010, 'And 2,000 more remarks of this kind.'],
  ])('tells at most ten of a kind, and how many more there are: %i', (count, more) => {
    const macros = Array.from({ length: count }, (_, index) => `[unknown_${index}]`).join('');
    const { remarks } = report(`https://ib.adnxs.com/imptr?id=1&t=2&cachebuster=%n&x=${macros}`);
    const alike = remarks.filter(({ code }) => code === 'macro-unknown');
    expect(alike).toHaveLength(10);
    expect(alike.at(-1)?.sentence.endsWith(more)).toBe(true);
    for (const { sentence } of alike.slice(0, -1)) expect(sentence).not.toContain(' more remark');
  });

  it('quotes a long value in short', () => {
    const { remarks } = report(`https://ib.adnxs.com/imptr?id=${'9'.repeat(5000)}&t=2`);
    for (const { sentence } of remarks) expect(sentence.length).toBeLessThan(500);
    expect(remarks.map(({ code }) => code)).toContain('tracker-id-bad');
  });

  it('shows the whole text, in a bounded number of pieces', () => {
    const text = `https://ib.adnxs.com/imptr?id=1&t=2&x=${'[a]-'.repeat(10_000)}`;
    const { now } = report(text);
    expect(now.length).toBeLessThanOrEqual(2_001);
    expect(now.map((span) => span.text).join('')).toBe(text);
  });
});

// What a check hands on, in characters: a repair for each of many findings would be a copy of the URL each.
function repairSize(text: string, place: TagPlace): number {
  const edits = new Set(checkText(text, place).findings.flatMap(({ repair }) => repair ?? []));
  return [...edits].reduce((sum, edit) => sum + edit.text.length, 0);
}

describe('repairs are in line with the text', () => {
  it.each(NASTY_PIECES)('%s', { timeout: PATIENCE }, (piece) => {
    for (const text of nastyTexts(piece, 20_000)) {
      for (const place of [ANYWHERE, URL_FIELD]) {
        expect(repairSize(text, place)).toBeLessThan(20 * text.length);
      }
    }
  });
  it('mends all of a kind at once', () => {
    const { repaired } = report(
      `https://ib.adnxs.com/imptr?id=1&t=2&cachebuster=%n${'&t=2'.repeat(5_000)}`,
    );
    expect(repaired?.text).toBe('https://ib.adnxs.com/imptr?id=1&t=2&cachebuster=%n');
  });
});

describe('the longest text that is read', () => {
  const full = (piece: string) =>
    `https://ib.adnxs.com/imptr?id=1&a=${piece.repeat(MAX_FIELD_TEXT)}`.slice(0, MAX_FIELD_TEXT);
  it.each([
    '[a]',
    '&x=%%Cachebuster%%',
    '&t=2',
    '&ID=1',
    '&a?t=1',
    '&#38;',
    '__A',
    ' ',
    '"',
    '<a ',
  ])('of %s', { timeout: PATIENCE }, (piece) => {
    const { remarks, now } = report(full(piece));
    expect(now.length).toBeLessThanOrEqual(2_001);
    expect(remarks.length).toBeLessThan(200);
  });
  it.each(besideBlanks(MAX_FIELD_TEXT - 1_000))(
    'beside a row of blanks',
    { timeout: PATIENCE },
    (text) => {
      expect(report(text).tags.length).toBeGreaterThan(0);
    },
  );
});
