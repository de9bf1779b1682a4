import { signal } from '@preact/signals';
import { render } from 'preact';

import { RulesPage } from '@/components/rules/RuleLink';
import { BuilderView, focusFirst } from '@/components/tags/BuilderView';
import { begunWith } from '@/lib/app/builder/begun';
import type { PressState } from '@/lib/core/console/press-state';
import type { BuilderStart } from '@/lib/messaging/builder/contract';
import { isFramed, sendFromBuilder } from '@/lib/platform/page/builder-messages';
import { dragHead } from '@/lib/platform/page/drag-head';
import { holdFocus } from '@/lib/platform/page/hold-focus';
import { refuseDrops } from '@/lib/platform/page/refuse-drops';
import { watchHeight } from '@/lib/platform/page/watch-height';
import { watchSight } from '@/lib/platform/page/watch-sight';

import { createBuilderActions } from './actions';

interface Opened {
  readonly token: string;
  readonly root: HTMLElement;
  readonly starting: Promise<BuilderStart>;
  /** `null` where that has failed. */
  readonly start: BuilderStart | null;
}

/** Shows the builder, at once with what it begins with. */
export function show({ token, root, starting, start }: Opened): void {
  if (start?.scheme && isFramed()) document.documentElement.style.colorScheme = start.scheme;
  const press = signal<PressState>({ kind: 'ready' });
  const actions = createBuilderActions(token, starting, press);
  const begun = start && begunWith(start);
  refuseDrops();
  if (!isFramed()) {
    render(
      <RulesPage.Provider value="workspace.html">
        <BuilderView actions={actions} press={press} begun={begun} />
      </RulesPage.Provider>,
      root,
    );
    return;
  }

  const move = (dx: number, dy: number) => sendFromBuilder('builder.move', { token, dx, dy });
  const head = {
    dragProps: { onPointerDown: (event: PointerEvent) => dragHead(event, move) },
    onKeyMove: (dx: number, dy: number) => void move(dx, dy).catch(() => {}),
  };
  watchSight(root, (state) => {
    press.value = state;
  });
  holdFocus(() => focusFirst(root));
  // The frame's address changes with each session (`use_dynamic_url`): a link from it would lead nowhere.
  const openRule = (code: string) =>
    void sendFromBuilder('builder.openRule', { token, code }).catch(() => {});
  render(
    <RulesPage.Provider value={openRule}>
      <BuilderView actions={actions} press={press} head={head} begun={begun} />
    </RulesPage.Provider>,
    root,
  );
  watchHeight(root, (height) => {
    void sendFromBuilder('builder.size', { token, height }).catch(() => {});
  });
}
