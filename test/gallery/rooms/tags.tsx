import { signal } from '@preact/signals';

import type { BuilderActions, BuilderContext } from '@/components/tags/builder-actions';
import { BuilderView } from '@/components/tags/BuilderView';
import type { PressState } from '@/lib/core/console/press-state';

import { builderActions, CONTEXT, FAULTY, PLAIN } from '../../unit/components/tags/builder-sample';
import { never, statesOf } from '../state';

interface Opening {
  readonly context?: Partial<BuilderContext>;
  readonly actions?: Partial<BuilderActions>;
  readonly press?: PressState;
  /** What the field holds. */
  readonly text?: string;
}

const HEAD = { dragProps: { onPointerDown: () => {} }, onKeyMove: () => {} };

const builder = ({ context = {}, actions = {}, press = { kind: 'ready' }, text = '' }: Opening) => (
  <BuilderView
    actions={{ ...builderActions({ ...CONTEXT, ...context }, text), ...actions }}
    press={signal(press)}
    head={HEAD}
  />
);

export const tags = statesOf('tags', {
  'builder-loading': () => builder({ actions: { context: never } }),
  builder: () => builder({}),
  'builder-no-recent': () => builder({ context: { recent: [] } }),
  'builder-signed-out': () => builder({ context: { signedIn: false } }),
  'builder-no-advertiser': () => builder({ context: { advertiserName: null } }),
  'builder-read-only': () => builder({ context: { canWrite: false } }),
  'builder-unknown-console': () => builder({ context: { consoleServer: null } }),
  'builder-fine-field': () => builder({ text: PLAIN }),
  'builder-faulty-field': () => builder({ text: FAULTY }),
  'builder-covered': () => builder({ press: { kind: 'wait', why: 'covered' } }),
  'builder-to-window': () => builder({ press: { kind: 'window', why: 'browser' } }),
  'builder-failed': () =>
    builder({
      actions: { context: () => Promise.reject(new Error('no answer')) },
    }),
});
