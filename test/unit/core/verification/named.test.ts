import { describe, expect, it } from 'vitest';

import { exportFileName } from '@/lib/core/verification/file-name';
import {
  cleanName,
  cleanNote,
  MAX_NAME_CHARS,
  MAX_NOTE_CHARS,
  MAX_NOTED_REQUESTS,
  withRequestNote,
} from '@/lib/core/verification/named';
import { newestBaseline, takenOver } from '@/lib/core/verification/repeat';

import { START, verification } from './build';

describe('a name', () => {
  it.each([
    ['as it is', 'Harbour Coffee, week 48', 'Harbour Coffee, week 48'],
    ['without the white space around it', '  Kettle\t', 'Kettle'],
    ['in one line', 'Kettle\r\n  spring\u0000flight', 'Kettle spring flight'],
    ['in any writing', '春のキャンペーン ☕ שלום', '春のキャンペーン ☕ שלום'],
    ['empty where there is nothing', ' \n ', ''],
    ['no longer than it may be', 'x'.repeat(500), 'x'.repeat(MAX_NAME_CHARS)],
    [
      'never cut within a character',
      `${'x'.repeat(MAX_NAME_CHARS - 1)}☕️🚀`.replace('☕️', ''),
      'x'.repeat(MAX_NAME_CHARS - 1),
    ],
  ])('is kept %s', (_, text, kept) => {
    expect(cleanName(text)).toBe(kept);
  });

  it.each([
    ['', 'piggyback-2026-11-24T10-00-00Z.json'],
    ['Week 48', 'piggyback-Week-48-2026-11-24T10-00-00Z.json'],
    ['../../etc/passwd', 'piggyback-etc-passwd-2026-11-24T10-00-00Z.json'],
    ['a/b\\c:d*e?f"g<h>i|j%20', 'piggyback-a-b-c-d-e-f-g-h-i-j-20-2026-11-24T10-00-00Z.json'],
    ['春のキャンペーン', 'piggyback-春のキャンペーン-2026-11-24T10-00-00Z.json'],
    ['invoice\u202Excod.json', 'piggyback-invoice-xcod-json-2026-11-24T10-00-00Z.json'],
    ['...', 'piggyback-2026-11-24T10-00-00Z.json'],
    [`${'y'.repeat(59)}🚀`, `piggyback-${'y'.repeat(59)}-2026-11-24T10-00-00Z.json`],
  ])('stands in the name of a file: %j', (name, file) => {
    expect(exportFileName(START, 'json', name)).toBe(file);
  });
});

describe('a note', () => {
  it.each([
    ['keeps its lines', ' first\r\nsecond\rthird\n', 'first\nsecond\nthird'],
    ['has nothing in it that cannot be seen', 'a\u0000b\u001b[31mc\td', 'ab[31mc\td'],
    ['is no longer than it may be', 'n'.repeat(9000), 'n'.repeat(MAX_NOTE_CHARS)],
  ])('%s', (_, text, kept) => {
    expect(cleanNote(text)).toBe(kept);
  });

  it.each([
    ['is added', [], 'k', ' seen ', [{ key: 'k', note: 'seen' }]],
    [
      'takes the place of the one before',
      [{ key: 'k', note: 'a' }],
      'k',
      'b',
      [{ key: 'k', note: 'b' }],
    ],
    ['goes where it is empty', [{ key: 'k', note: 'a' }], 'k', '  ', []],
  ])('on a request %s', (_, before, key, text, after) => {
    expect(withRequestNote(before, key, text)).toEqual(after);
  });

  it('is one of so many at most', () => {
    const full = Array.from({ length: MAX_NOTED_REQUESTS }, (_, at) => ({
      key: `${at}`,
      note: 'n',
    }));
    expect(withRequestNote(full, 'other', 'n')).toEqual(full);
    expect(withRequestNote(full, '3', 'm')[3]).toEqual({ key: '3', note: 'm' });
  });
});

describe('a verification that is done again', () => {
  const accepted = (verificationId: string, acceptedAt: number) => ({
    verificationId,
    startedAt: START,
    acceptedAt,
    pages: [],
  });

  it('takes over name, expectations and the baseline that was accepted last in the series, and no note', () => {
    const from = verification({
      id: 'two',
      series: 'one',
      name: 'Kettle',
      note: 'looked odd',
      notedRequests: [{ key: 'k', note: 'n' }],
      expectedIds: [531],
      expectations: [{ trackerId: 531, times: 2 }],
      baseline: accepted('one', 1),
      stoppedAt: START,
    });
    const runs = [
      from,
      verification({ id: 'three', series: 'one', baseline: accepted('three', 5) }),
      verification({ id: 'another', baseline: accepted('another', 9) }),
    ];
    expect(takenOver(from, runs)).toEqual({
      expectedIds: [531],
      expectations: [{ trackerId: 531, times: 2 }],
      name: 'Kettle',
      baseline: accepted('three', 5),
      repeats: 'two',
      series: 'one',
    });
  });

  it('begins a series where it was in none', () => {
    expect(takenOver(verification({ id: 'first' }), [])).toEqual({
      expectedIds: [],
      repeats: 'first',
      series: 'first',
    });
    expect(newestBaseline([])).toBeNull();
  });
});
