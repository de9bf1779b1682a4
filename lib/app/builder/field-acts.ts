import { AppError } from '../../core/base/errors';
import type { Delivery } from '../../core/console/delivery';
import type { ActOutcome } from '../../core/console/field-transfer';
import type { PutWhere } from '../../core/console/put-where';
import type { builderContract } from '../../messaging/builder/contract';
import type { Send } from '../../messaging/wire/send';
import { deliver } from './deliver';

export type SendFromBuilder = Send<typeof builderContract, 'builder'>;

interface FieldActsParts {
  readonly send: SendFromBuilder;
  readonly token: string;
  /** Names an act, so that it is done once. */
  readonly newId: () => string;
  /** Whether the clipboard has taken it. */
  readonly copy: (text: string) => Promise<boolean>;
}

/** What an open builder does to its field. */
export function createFieldActs({ send, token, newId, copy }: FieldActsParts) {
  // Where the answer is lost, the field's frame is asked what came of it; else none of it is repeated.
  async function act(run: (id: string) => Promise<{ outcome: ActOutcome }>): Promise<ActOutcome> {
    const id = newId();
    try {
      return (await run(id)).outcome;
    } catch (error) {
      if (error instanceof AppError && error.code === 'builder-moved') throw error;
      return (await send('builder.outcome', { token, id })).outcome;
    }
  }
  const put = (text: string, where: PutWhere): Promise<Delivery> =>
    deliver(
      () => act((id) => send('builder.put', { token, id, text, where })),
      () => copy(text),
    );

  return {
    async readField() {
      const reading = await send('builder.readField', { token });
      return reading.outcome === 'read'
        ? ({ kind: 'text', text: reading.text } as const)
        : { kind: reading.outcome };
    },
    insert: (tag: string) => put(tag, 'cursor'),
    replace: (text: string) => put(text, 'all'),
    async undo() {
      const outcome = await act((id) => send('builder.undo', { token, id }));
      return outcome === 'gone' ? 'field-gone' : outcome === 'undone' ? 'undone' : 'refused';
    },
    copy: async (tag: string): Promise<Delivery> => ((await copy(tag)) ? 'done' : 'copy-failed'),
  };
}
