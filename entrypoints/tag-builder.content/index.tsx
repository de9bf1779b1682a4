import { render } from 'preact';
import { defineContentScript } from 'wxt/utils/define-content-script';

import { WidgetView } from '@/components/tags/WidgetView';
import {
  deepActiveElement,
  editableOf,
  rememberedField,
  rememberField,
  rememberFocused,
} from '@/lib/platform/editable';
import { fieldElsewhere } from '@/lib/platform/field-elsewhere';
import { keepFocus } from '@/lib/platform/insert/focus';
import { closeByEscape, openOverlay } from '@/lib/platform/overlay';
import { followField } from '@/lib/platform/place-builder';

import { createWidgetActions } from './actions';
import css from './widget.css?inline';

const KEY_EVENTS = ['keydown', 'keyup', 'keypress', 'input', 'focusin', 'paste'];

// Injected on demand: by the small button, the context menu, the toolbar or the keyboard.
export default defineContentScript({
  registration: 'runtime',
  cssInjectionMode: 'manual',
  main(ctx) {
    const focused = editableOf(deepActiveElement());
    if (focused) rememberField(focused);
    const elsewhere = fieldElsewhere();
    const field = elsewhere ? null : rememberedField();

    const open = new AbortController();
    const { host, root, container, remove } = openOverlay({
      name: 'builder',
      css: css.replaceAll(':root', ':host'),
      isolate: KEY_EVENTS,
      near: field,
    });
    const close = () => {
      open.abort();
      render(null, container);
      remove();
      if (field?.isConnected) field.focus();
      else if (!elsewhere) rememberedField()?.focus();
    };
    const actions = createWidgetActions({ field, elsewhere, close });
    ctx.onInvalidated(close);
    if (!elsewhere) rememberFocused(host, open.signal);
    closeByEscape(host, close, open.signal);
    followField(host, field, open.signal);
    render(<WidgetView actions={actions} />, container);
    keepFocus(root, open.signal);
  },
});
