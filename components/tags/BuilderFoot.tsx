import { CircleCheck, Copy, ExternalLink, Replace, TextCursorInput, TriangleAlert } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';

import { focusIn } from '@/components/ui/focus-in';
import { Icon } from '@/components/ui/Icon';
import { builderText } from '@/lib/text/builder';
import { pageText as text, windowText } from '@/lib/text/builder-page';

import type { PressGate } from './press-gate';
import { PressButton } from './PressButton';
import { PressLine } from './PressLine';
import type { Deliveries } from './use-delivery';

interface BuilderFootProps {
  deliveries: Deliveries;
  gate: PressGate;
  /** Tags can be made; else there is only what was done to the field. */
  isReady: boolean;
  /** There is a tag that may leave. */
  hasTag: boolean;
  /** Why there is none, in a sentence. */
  wrong: string | null;
  isGone: boolean;
  canReplace: boolean;
  onClose: () => void;
}

/** The buttons, and above them what came of the last press: always in sight. */
export function BuilderFoot(props: BuilderFootProps) {
  const { deliveries, gate, hasTag, isGone } = props;
  const root = useRef<HTMLElement>(null);
  const { next, isDone } = deliveries;
  const isWindow = gate.state.kind === 'window';
  const isOff = !hasTag || isGone || gate.state.kind === 'wait';
  const press = (run: () => void) => () => {
    if (gate.may()) run();
  };
  // The button that was pressed may be gone; a person who is elsewhere by now is left there.
  useEffect(() => {
    const focused = document.activeElement;
    const isFree = focused === null || focused === document.body;
    if (next.act === '' || !(isFree || focused.hasAttribute('data-act'))) return;
    focusIn(root.current, `[data-act="${next.act}"]`);
  }, [next]);

  return (
    <footer ref={root} class="pb-builder-foot">
      <Said {...props} press={press} />
      {props.isReady && (
        <div class="pb-row pb-foot-buttons">
          {isWindow ? (
            <PressButton kind="primary" icon={ExternalLink} act="insert" onPress={press(() => {})}>
              {text.continueInWindow}
            </PressButton>
          ) : (
            <>
              <PressButton
                kind={isDone ? 'plain' : 'primary'}
                icon={TextCursorInput}
                act="insert"
                isOff={isOff}
                onPress={press(deliveries.insert)}
              >
                {builderText.insert}
              </PressButton>
              <PressButton
                icon={Replace}
                act="replace"
                title={props.canReplace ? builderText.replaceHint : text.replaceNone}
                isOff={isOff || !props.canReplace}
                onPress={press(deliveries.replace)}
              >
                {builderText.replace}
              </PressButton>
            </>
          )}
          <PressButton icon={Copy} act="copy" isOff={!hasTag} onPress={deliveries.copy}>
            {builderText.copy}
          </PressButton>
          {isDone && (
            <PressButton kind="primary" act="done" onPress={props.onClose}>
              {text.done}
            </PressButton>
          )}
        </div>
      )}
      <PressLine state={gate.state} />
    </footer>
  );
}

function Said({
  deliveries,
  gate,
  wrong,
  isGone,
  press,
}: BuilderFootProps & { press: (run: () => void) => () => void }) {
  const { said, question } = deliveries;
  const isWait = gate.state.kind === 'wait';
  if (question !== null) {
    return (
      <div
        class="pb-foot-said warning"
        role="group"
        aria-label={question}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          deliveries.cancel();
        }}
      >
        <Icon of={TriangleAlert} />
        <span class="pb-grow">{question}</span>
        <PressButton act="again" isOff={isWait} onPress={press(deliveries.insertAgain)}>
          {text.insertAgain}
        </PressButton>
        <PressButton act="cancel" kind="quiet" onPress={deliveries.cancel}>
          {text.cancel}
        </PressButton>
      </div>
    );
  }
  if (said) {
    return (
      <div class={`pb-foot-said ${said.kind}`}>
        <Icon of={said.kind === 'pass' ? CircleCheck : TriangleAlert} />
        <span class="pb-grow" role="status">
          {said.text}
        </span>
        {said.canUndo && (
          <PressButton act="undo" isOff={isWait} onPress={press(deliveries.undo)}>
            {text.undo}
          </PressButton>
        )}
      </div>
    );
  }
  const lasting = isGone
    ? text.fieldGone
    : gate.state.kind === 'window'
      ? windowText[gate.state.why]
      : null;
  return (
    <div class={lasting === null ? 'pb-foot-said' : 'pb-foot-said warning'}>
      {lasting !== null && <Icon of={TriangleAlert} />}
      <span class="pb-grow" role="status">
        {lasting ?? (wrong !== null && <span class="pb-problem">{wrong}</span>)}
      </span>
    </div>
  );
}
