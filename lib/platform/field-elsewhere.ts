import type { PutOutcome, PutWhere } from '../core/tag/field-transfer';
import { sendFromContent } from './content-messages';

/** The field the builder works for, where it is in another frame than the builder. */
export interface FieldElsewhere {
  read(): Promise<string>;
  put(text: string, where: PutWhere): Promise<PutOutcome>;
}

/** For the builder: the field of another frame that it was opened for, or `null` if it is here. */
export function fieldElsewhere(): FieldElsewhere | null {
  const frameId: unknown = Reflect.get(globalThis, 'piggybackFieldFrame');
  if (typeof frameId !== 'number') return null;
  return {
    read: () => sendFromContent('field.read', { frameId }),
    put: (text, where) => sendFromContent('field.put', { frameId, text, where }),
  };
}
