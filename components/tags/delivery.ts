import type { Said } from '@/components/ui/Notice';
import { AppError } from '@/lib/core/base/errors';
import type { ActOutcome } from '@/lib/core/console/field-transfer';
import { builderText as text } from '@/lib/text/builder/builder';

/** What came of an attempt to copy or to put a text into a field. */
export type Delivery =
  | 'done'
  | 'handed-over'
  | 'not-inserted'
  | 'no-field'
  | 'field-gone'
  | 'moved'
  | 'copy-failed';

/**
 * Puts a text into a field; where that does not come off, for whatever reason, it goes on the
 * clipboard.
 */
export async function deliver(
  put: () => Promise<ActOutcome>,
  copy: () => Promise<boolean>,
): Promise<Delivery> {
  // The field's frame may be gone, or the extension updated under the page.
  const outcome = await put().catch((error: unknown) =>
    error instanceof AppError && error.code === 'builder-moved' ? 'moved' : 'refused',
  );
  if (outcome === 'taken') return 'done';
  // Pressed in the wrong place, it is not to be done at all.
  if (outcome === 'moved') return 'moved';
  if (!(await copy())) return 'copy-failed';
  return outcome === 'gone' ? 'field-gone' : 'not-inserted';
}

/** What to tell the person. */
export function sayDelivery(delivery: Delivery, success: string): Said {
  if (delivery === 'done') return { kind: 'pass', text: success };
  // The page took it upon itself; what it did with it nobody here can know.
  if (delivery === 'handed-over') return { kind: 'pass', text: text.handedOver };
  const words = {
    'not-inserted': text.notInserted,
    'no-field': text.noField,
    'field-gone': text.fieldGoneCopied,
    moved: text.moved,
    'copy-failed': text.copyFailed,
  };
  return { kind: 'warning', text: words[delivery] };
}
