import { AppError } from '../../core/base/errors';
import type { Delivery } from '../../core/console/delivery';
import type { ActOutcome } from '../../core/console/field-transfer';

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
