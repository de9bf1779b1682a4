import type { Said } from '@/components/ui/Notice';
import type { Delivery } from '@/lib/core/console/delivery';
import { builderText as text } from '@/lib/text/builder/builder';

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
