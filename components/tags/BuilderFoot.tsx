import { CircleCheck, Copy, ExternalLink, Replace, TextCursorInput, TriangleAlert } from 'lucide';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

import { focusIn } from '@/components/ui/focus-in';
import { Icon } from '@/components/ui/Icon';
import { builderText } from '@/lib/text/builder/builder';
import { pageText as text, windowText } from '@/lib/text/builder/page';

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
  const { deliveries, gate } = props;
  const root = useRef<HTMLElement>(null);
  const { next } = deliveries;
  const press = (run: () => void) => () => {
    if (gate.may()) run();
  };
  // The button that was pressed may be gone; a person who is elsewhere by now is left there.
  useLayoutEffect(() => {
    const focused = document.activeElement;
    const isFree = focused === null || focused === document.body;
    if (next.act === '' || !(isFree || focused.hasAttribute('data-act'))) return;
    focusIn(root.current, `[data-act="${next.act}"]`);
  }, [next]);

  return (
    <footer ref={root} class="pb-builder-foot">
      <Said {...props} press={press} />
      {props.isReady &&
        (deliveries.question === null ? (
          <Buttons {...props} press={press} />
        ) : (
          <Answers deliveries={deliveries} gate={gate} press={press} />
        ))}
      <PressLine state={gate.state} />
    </footer>
  );
}

type Press = (run: () => void) => () => void;

function Buttons(props: BuilderFootProps & { press: Press }) {
  const { deliveries, gate, hasTag, press } = props;
  const { isDone } = deliveries;
  const isOff = !hasTag || props.isGone || gate.state.kind === 'wait';
  return (
    <div class="pb-row pb-foot-buttons">
      {gate.state.kind === 'window' ? (
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
  );
}

// Cancel stands where Insert did: a second press by mistake does nothing.
function Answers({
  deliveries,
  gate,
  press,
}: Pick<BuilderFootProps, 'deliveries' | 'gate'> & { press: Press }) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Only the question is closed.
      event.preventDefault();
      deliveries.cancel();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  return (
    <div class="pb-row pb-foot-buttons" role="group" aria-label={deliveries.question ?? ''}>
      <PressButton act="cancel" onPress={deliveries.cancel}>
        {text.cancel}
      </PressButton>
      <PressButton
        act="again"
        icon={TextCursorInput}
        isOff={gate.state.kind === 'wait'}
        onPress={press(deliveries.insertAgain)}
      >
        {text.insertAgain}
      </PressButton>
    </div>
  );
}

function Said({
  deliveries,
  gate,
  wrong,
  isGone,
  isReady,
  hasTag,
  press,
}: BuilderFootProps & { press: Press }) {
  const { said, question } = deliveries;
  const isWait = gate.state.kind === 'wait';
  if (question !== null) {
    return (
      <div class="pb-foot-said warning">
        <Icon of={TriangleAlert} />
        <span class="pb-grow" role="status">
          {question}
        </span>
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
  const hint =
    hasTag || !isReady ? null : <span class="pb-muted">{builderText.chooseTracker}</span>;
  const lasting = isGone
    ? text.fieldGone
    : gate.state.kind === 'window'
      ? windowText[gate.state.why]
      : null;
  return (
    <div class={lasting === null ? 'pb-foot-said' : 'pb-foot-said warning'}>
      {lasting !== null && <Icon of={TriangleAlert} />}
      <span class="pb-grow" role="status">
        {lasting ?? (wrong === null ? hint : <span class="pb-problem">{wrong}</span>)}
      </span>
    </div>
  );
}
