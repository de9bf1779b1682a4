import fc from 'fast-check';
import { expect, it } from 'vitest';

import { compareNaturally, inNaturalOrder } from '@/lib/core/tracker/natural-order';

import { runs } from '../../runs';

it('is what the collator says, whatever the keys that go before it say', () => {
  const anyTexts = fc.array(
    fc.oneof(
      fc.string({ maxLength: 6, unit: 'binary' }),
      fc.constantFrom('A1', 'a01', 'Ä', '10', '9'),
    ),
  );
  fc.assert(
    fc.property(anyTexts, (texts) => {
      const inOrder = inNaturalOrder(texts);
      expect(inOrder).toHaveLength(texts.length);
      for (const [index, text] of inOrder.entries()) {
        if (index > 0)
          expect(compareNaturally(inOrder[index - 1] ?? '', text)).toBeLessThanOrEqual(0);
      }
    }),
    runs(3_000),
  );
});
