import { browser } from 'wxt/browser';

import { type PutOutcome, PUT_WHERE, type PutWhere } from '../core/tag/field-transfer';

interface FieldAnswers {
  read(): string;
  put(text: string, where: PutWhere): Promise<PutOutcome>;
}

/** Lets a builder in another frame read and fill the field of this one (`remoteField`). */
export function answerField(answers: FieldAnswers, signal: AbortSignal): void {
  browser.runtime.onMessage.addListener((message: unknown, _, respond) => {
    if (signal.aborted || typeof message !== 'object' || message === null) return false;
    const name: unknown = Reflect.get(message, 'piggyback');
    const text: unknown = Reflect.get(message, 'text');
    const where = PUT_WHERE.find((known) => known === Reflect.get(message, 'where'));
    if (name === 'field.read') respond(answers.read());
    if (name !== 'field.put' || typeof text !== 'string' || !where) return false;
    answers.put(text, where).then(respond, () => respond('refused'));
    // Keeps the channel open until the answer is there.
    return true;
  });
}
