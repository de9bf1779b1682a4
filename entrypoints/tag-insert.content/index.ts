import { defineContentScript } from 'wxt/utils/define-content-script';

import { answerField } from '@/lib/platform/answer-field';
import { rememberedField } from '@/lib/platform/editable';
import { insertText, readText, selectAll } from '@/lib/platform/insert-text';

// Injected on demand into a frame that holds a field, while the builder stands in the top frame.
export default defineContentScript({
  registration: 'runtime',
  main({ signal }) {
    answerField(
      {
        read() {
          const field = rememberedField();
          return field ? readText(field) : '';
        },
        async put(text, where) {
          const field = rememberedField();
          if (!field) return 'refused';
          if (where === 'all') selectAll(field);
          return insertText(field, text) ? 'taken' : 'refused';
        },
      },
      signal,
    );
  },
});
