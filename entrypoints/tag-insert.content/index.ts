import { defineContentScript } from 'wxt/utils/define-content-script';

import { answerField } from '@/lib/platform/answer-field';
import { rememberedField } from '@/lib/platform/editable';
import { putText } from '@/lib/platform/insert/put-text';
import { readField } from '@/lib/platform/insert/read-field';

// Injected on demand into a frame that holds a field, while the builder stands in the top frame.
export default defineContentScript({
  registration: 'runtime',
  main({ signal }) {
    answerField(
      {
        read: async () => {
          const field = rememberedField();
          return field ? readField(field) : '';
        },
        put: async (text, where) => {
          const field = rememberedField();
          return field ? putText(field, text, where) : 'refused';
        },
      },
      signal,
    );
  },
});
