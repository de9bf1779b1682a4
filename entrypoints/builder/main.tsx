import { signal } from '@preact/signals';
import { render } from 'preact';

import { BuilderView } from '@/components/tags/BuilderView';
import { toFailure } from '@/lib/core/errors';
import type { PressState } from '@/lib/core/tag/press-state';
import { isFramed, readToken, sendFromBuilder } from '@/lib/platform/page/builder-messages';
import { dragHead } from '@/lib/platform/page/drag-head';
import { holdFocus } from '@/lib/platform/page/hold-focus';
import { refuseDrops } from '@/lib/platform/page/refuse-drops';
import { watchHeight } from '@/lib/platform/page/watch-height';
import { watchSight } from '@/lib/platform/page/watch-sight';

import { createBuilderActions } from './actions';

const token = readToken();
const root = document.getElementById('root');
// Without a token that the background knows this page stays empty, whoever has it in a frame.
if (token !== null && root) {
  const starting = sendFromBuilder('builder.start', { token });
  starting.then(
    ({ scheme }) => show(token, root, scheme),
    (error: unknown) => {
      if (toFailure(error).code !== 'builder-closed') show(token, root, null);
    },
  );

  function show(token: string, root: HTMLElement, scheme: 'light' | 'dark' | null): void {
    if (scheme !== null && isFramed()) document.documentElement.style.colorScheme = scheme;
    const press = signal<PressState>({ kind: 'ready' });
    const actions = createBuilderActions(token, starting, press);
    refuseDrops();
    if (!isFramed()) return render(<BuilderView actions={actions} press={press} />, root);

    const move = (dx: number, dy: number) => sendFromBuilder('builder.move', { token, dx, dy });
    const head = {
      dragProps: { onPointerDown: (event: PointerEvent) => dragHead(event, move) },
      onKeyMove: (dx: number, dy: number) => void move(dx, dy).catch(() => {}),
    };
    watchSight(root, (state) => {
      press.value = state;
    });
    holdFocus();
    render(<BuilderView actions={actions} press={press} head={head} />, root);
    watchHeight(root, (height) => {
      void sendFromBuilder('builder.size', { token, height }).catch(() => {});
    });
  }
}
