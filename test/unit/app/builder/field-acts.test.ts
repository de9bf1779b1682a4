import { describe, expect, it } from 'vitest';

import { createFieldActs, type SendFromBuilder } from '@/lib/app/builder/field-acts';
import { AppError, toFailure } from '@/lib/core/base/errors';
import { builderContract } from '@/lib/messaging/builder/contract';
import { createSend } from '@/lib/messaging/wire/send';

const token = 'a-token-of-thirty-two-characters';
const LOST = new AppError('unexpected', { detail: 'the worker was stopped' });
const MOVED = new AppError('builder-moved');

/** A builder whose messages are answered so, in this order; and what it sent. */
function builderAnswered(...answers: readonly (object | AppError)[]) {
  const sent: string[] = [];
  const left = [...answers];
  const send: SendFromBuilder = createSend(builderContract, async (packet) => {
    const { piggyback, data } = Object(packet);
    sent.push([piggyback, data.id].filter(Boolean).join(' '));
    const answer = left.shift();
    if (answer instanceof AppError) {
      return { ok: false, failure: toFailure(answer) };
    }
    return { ok: true, value: answer };
  });
  const copied: string[] = [];
  let acts = 0;
  const field = createFieldActs({
    send,
    token,
    newId: () => `act-that-is-done-once-${(acts += 1)}`,
    copy: async (text) => copied.push(text) > 0,
  });
  return { ...field, sent, copied };
}

describe('what an open builder does to its field', () => {
  it.each([
    ['taken', [{ outcome: 'taken' }], 'done', []],
    ['refused', [{ outcome: 'refused' }], 'not-inserted', ['tag']],
    ['its answer was lost, and it was done', [LOST, { outcome: 'taken' }], 'done', []],
    [
      'its answer was lost, and it was not',
      [LOST, { outcome: 'refused' }],
      'not-inserted',
      ['tag'],
    ],
    ['nobody can say', [LOST, LOST], 'not-inserted', ['tag']],
    ['pressed in the wrong place', [MOVED], 'moved', []],
  ] as const)('a tag is put there: %s', async (_, answers, wanted, copied) => {
    const field = builderAnswered(...answers);
    expect(await field.insert('tag')).toBe(wanted);
    expect(field.copied).toEqual(copied);
    // Never put there twice.
    expect(field.sent.filter((line) => line.startsWith('builder.put'))).toHaveLength(1);
  });

  it('asks by the name of the very act what came of it', async () => {
    const field = builderAnswered(LOST, { outcome: 'taken' }, LOST, { outcome: 'undone' });
    await field.replace('tag');
    await field.undo();
    expect(field.sent).toEqual([
      'builder.put act-that-is-done-once-1',
      'builder.outcome act-that-is-done-once-1',
      'builder.undo act-that-is-done-once-2',
      'builder.outcome act-that-is-done-once-2',
    ]);
  });

  it.each([
    ['undone', 'undone'],
    ['refused', 'refused'],
    ['gone', 'field-gone'],
  ] as const)('takes it back: %s', async (outcome, wanted) => {
    expect(await builderAnswered({ outcome }).undo()).toBe(wanted);
  });

  it.each([
    [
      { outcome: 'read', text: 'old' },
      { kind: 'text', text: 'old' },
    ],
    [{ outcome: 'gone' }, { kind: 'gone' }],
    [{ outcome: 'too-long' }, { kind: 'too-long' }],
    [{ outcome: 'unread' }, { kind: 'unread' }],
  ])('reads it: %o', async (reading, wanted) => {
    expect(await builderAnswered(reading).readField()).toEqual(wanted);
  });
});
