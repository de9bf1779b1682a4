import { browser } from 'wxt/browser';

import { type PutOutcome, PUT_WHERE, type PutWhere } from '../core/tag/field-transfer';

interface FieldAnswers {
  read(): Promise<string>;
  put(text: string, where: PutWhere): Promise<PutOutcome>;
}

/** Lets a builder in another frame read and fill the field of this one (`remoteField`). */
export function answerField({ read, put }: FieldAnswers, signal: AbortSignal): void {
  const answer = (message: object): Promise<unknown> | null => {
    const name: unknown = Reflect.get(message, 'piggyback');
    const text: unknown = Reflect.get(message, 'text');
    const where = PUT_WHERE.find((known) => known === Reflect.get(message, 'where'));
    if (name === 'field.read') return read();
    return name === 'field.put' && typeof text === 'string' && where ? put(text, where) : null;
  };
  browser.runtime.onMessage.addListener((message: unknown, _, respond) => {
    const isOurs = !signal.aborted && typeof message === 'object' && message !== null;
    const answered = isOurs ? answer(message) : null;
    if (!answered) return false;
    answered.then(respond, () => respond(null));
    // Keeps the channel open until the answer is there.
    return true;
  });
}
