import { render } from 'preact';
import { createShadowRootUi } from 'wxt/utils/content-script-ui/shadow-root';
import { defineContentScript } from 'wxt/utils/define-content-script';

import { WidgetView } from '@/components/tags/WidgetView';
import { copyText } from '@/lib/platform/clipboard';
import {
  deepActiveElement,
  editableOf,
  rememberedField,
  rememberField,
} from '@/lib/platform/editable';
import { keepFocus } from '@/lib/platform/insert/focus';
import { putText } from '@/lib/platform/insert/put-text';
import { send } from '@/lib/platform/messages';

import css from './widget.css?inline';

const KEY_EVENTS = ['keydown', 'keyup', 'keypress', 'input', 'focusin', 'paste'];

// Injected on demand: by the small button, the context menu, the toolbar or the keyboard.
export default defineContentScript({
  registration: 'runtime',
  cssInjectionMode: 'manual',
  async main(ctx) {
    const focused = editableOf(deepActiveElement());
    if (focused) rememberField(focused);
    const field = rememberedField();
    const open = new AbortController();

    const ui = await createShadowRootUi(ctx, {
      name: 'piggyback-builder',
      position: 'overlay',
      anchor: 'html',
      css: css.replaceAll(':root', ':host'),
      isolateEvents: KEY_EVENTS,
      onMount(container) {
        render(
          <WidgetView
            host={location.hostname}
            actions={{
              context: () => send('builder.context', null),
              searchTrackers: (text) => send('builder.searchTrackers', { text }),
              keepChoices: (choices) => send('builder.keepChoices', choices),
              insert: async (tag) => {
                if (!field?.isConnected) return 'no-field';
                if ((await putText(field, tag, 'cursor')) === 'taken') return 'done';
                await copyText(tag);
                return 'not-inserted';
              },
              copy: async (tag) => ((await copyText(tag)) ? 'done' : 'copy-failed'),
              close: () => {
                ui.remove();
                field?.focus();
              },
            }}
          />,
          container,
        );
        return container;
      },
      onRemove(container) {
        open.abort();
        if (container) render(null, container);
      },
    });
    ui.mount();
    keepFocus(ui.shadowHost, open.signal);
  },
});
