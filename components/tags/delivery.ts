import type { Said } from '@/components/ui/Notice';
import { builderText as text } from '@/lib/text/builder';

/** What came of an attempt to copy or to put a text into a field. */
export type Delivery = 'done' | 'not-inserted' | 'no-field' | 'copy-failed';

/** What to tell the person. */
export function sayDelivery(delivery: Delivery, success: string): Said {
  if (delivery === 'done') return { kind: 'pass', text: success };
  const words = {
    'not-inserted': text.notInserted,
    'no-field': text.noField,
    'copy-failed': text.copyFailed,
  };
  return { kind: 'warning', text: words[delivery] };
}
