import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { afterPaint } from '@/components/ui/after-paint';
import { Empty, FailureNotice, Notice } from '@/components/ui/Notice';
import { focusIn } from '@/components/ui/focus-in';
import { adServerById } from '@/lib/core/ad-server/lookup';
import type { PressState } from '@/lib/core/console/press-state';
import type { TagPlace } from '@/lib/core/rules/rule';
import type { TagView } from '@/lib/core/judge/tag-view';
import { builderText as text } from '@/lib/text/builder/builder';
import { inWindowText } from '@/lib/text/builder/page';
import { uiText } from '@/lib/text/ui';

import type { BuilderActions, BuilderContext } from './builder-actions';
import { BuilderFoot } from './BuilderFoot';
import { BuilderHead, type HeadMoves } from './BuilderHead';
import { FieldContents } from './FieldContents';
import { FindingList } from './FindingList';
import { NewTracker } from './NewTracker';
import { pressGate } from './press-gate';
import { TagChoicesForm } from './TagChoicesForm';
import { TagPreview } from './TagPreview';
import { TrackerChoice } from './TrackerChoice';
import { type BuilderModel, useBuilder } from './use-builder';
import { useDelivery } from './use-delivery';
import { type FieldView, useField } from './use-field';
import { withState } from './with-state';
import { writeHere } from './write-here';

export interface BuilderViewProps {
  readonly actions: BuilderActions;
  /** Whether presses that write count; asked again at each press. */
  readonly press: ReadonlySignal<PressState>;
  /** Absent in the small window, which moves by itself. */
  readonly head?: HeadMoves;
  /** What it begins with, where that is there already; else it asks for it. */
  readonly begun?: BuilderContext | null;
}

/** Gives the focus to what a person begins with. */
export function focusFirst(root: Element | null): void {
  focusIn(root, 'main input', 'main button', 'header button:last-of-type');
}

/** The builder as it stands in an ad server's console, in a document of its own. */
export function BuilderView({ actions, press, head, begun = null }: BuilderViewProps) {
  const model = useBuilder(actions, begun);
  const { context, tracker, choices, isNew } = model;
  const view = useTag(model);
  const field = useField(actions, usePlace(model));
  const deliveries = useDelivery({
    actions,
    tag: view?.usable ? view.text : null,
    hasTracker: tracker !== null && holds(field, tracker.id),
    isCleared: tracker !== null && !mayHold(field, tracker.id),
    look: field.look,
    onPut: () => void actions.noteInserted(tracker, model.toKeep(choices)),
    onCopied: () => void (tracker && actions.noteUse(tracker)),
  });
  const gate = pressGate(press, () => deliveries.move({ tracker, choices, isNew }));

  const root = useRef<HTMLDivElement>(null);
  const isReady = context?.signedIn === true && context.advertiserName !== null;
  // At once: later, it would be taken from where a person has gone meanwhile.
  useLayoutEffect(() => {
    focusFirst(root.current);
  }, [isReady, isNew]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) actions.close();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [actions]);

  // What one begins with is painted first, and the rest as soon as it is.
  const [isBegun, setIsBegun] = useState(false);
  useEffect(() => afterPaint(() => setIsBegun(true)), []);

  const isForm = isReady && isNew;
  return (
    <div ref={root} class="pb-app pb-builder-page">
      <BuilderHead
        field={context?.field}
        whose={context?.whose}
        moves={head}
        onClose={() => actions.close()}
      />
      <main class="pb-builder-middle" data-scrolls>
        <div class="pb-builder-body pb-stack">
          {model.failure && (
            <FailureNotice failure={model.failure}>
              <div class="pb-row">
                <Button onClick={model.start}>{uiText.tryAgain}</Button>
              </div>
            </FailureNotice>
          )}
          {context?.window && <Notice kind="info">{inWindowText[context.window]}</Notice>}
          {context && <NotReady context={context} />}
          {isForm && (
            <NewTracker
              actions={actions}
              gate={gate}
              cannot={
                context.canWrite ? (context.trackersEnabled ? null : 'not-enabled') : 'read-only'
              }
              onBack={() => model.setIsNew(false)}
              onCreated={(created) => {
                model.setTracker(created);
                model.setIsNew(false);
              }}
            />
          )}
          {context && !isForm && (
            <div class="pb-columns">
              <FieldContents field={field} gate={gate} onFix={deliveries.fix} />
              {isReady && (
                <Choices context={context} model={model} actions={actions} isWhole={isBegun} />
              )}
              {isReady && isBegun && view && <Preview view={view} />}
            </div>
          )}
        </div>
      </main>
      {context && isBegun && !isForm && (isReady || (field.report?.tags.length ?? 0) > 0) && (
        <BuilderFoot
          deliveries={deliveries}
          gate={gate}
          isReady={isReady}
          hasTag={view?.usable === true}
          wrong={view?.remarks.find(({ severity }) => severity === 'error')?.sentence ?? null}
          isGone={context.field !== null && field.content?.kind === 'gone'}
          canReplace={canReplace(field)}
          onClose={() => actions.close()}
        />
      )}
    </div>
  );
}

function NotReady({ context }: { context: BuilderContext }) {
  if (!context.signedIn) {
    return (
      <Empty title={text.signedOut}>
        <span>{text.signedOutNext}</span>
      </Empty>
    );
  }
  if (context.advertiserName !== null) return null;
  return (
    <Empty title={text.noAdvertiser}>
      <span>{text.noAdvertiserNext}</span>
    </Empty>
  );
}

interface ChoicesProps {
  context: BuilderContext;
  model: BuilderModel;
  actions: BuilderActions;
  isWhole: boolean;
}

function Choices({ context, model, actions, isWhole }: ChoicesProps) {
  const { choices } = model;
  const { consoleServer, servers } = context;
  const server = adServerById(choices.adServerId, servers);
  const isElsewhere = consoleServer !== null && server !== null && consoleServer.id !== server.id;
  return (
    <div class="pb-choices pb-stack">
      <TrackerChoice
        tracker={model.tracker}
        advertiserName={context.advertiserName ?? ''}
        recent={context.recent}
        search={actions.searchTrackers}
        onChange={model.setTracker}
        onNew={() => model.setIsNew(true)}
      />
      {isElsewhere && (
        <Notice kind="warning">{text.otherConsole(consoleServer.name, server.name)}</Notice>
      )}
      {isWhole && <TagChoicesForm servers={servers} choices={choices} onChoices={model.choose} />}
    </div>
  );
}

function Preview({ view }: { view: TagView }) {
  return (
    <div class="pb-result pb-stack">
      <TagPreview label={text.preview} spans={view.spans} />
      <FindingList remarks={view.remarks} />
    </div>
  );
}

// The tag of the choices for this field. It leaves correct or not at all.
function useTag({ context, tracker, choices }: BuilderModel): TagView | null {
  const takes = context?.field?.takes ?? 'any';
  const servers = context?.servers;
  const write = useMemo(() => servers && writeHere(servers, takes), [servers, takes]);
  return useMemo(() => {
    if (!write || !tracker) return null;
    return withState(write(tracker, choices), tracker.state);
  }, [write, tracker, choices]);
}

// The ad server is that of the choices, which is never a guess (`choicesForConsole`).
function usePlace({ context, choices }: BuilderModel): TagPlace | null {
  const { adServerId, costIsPerImpression } = choices;
  return useMemo(
    () =>
      context && {
        servers: context.servers,
        ownHosts: context.ownHosts,
        server: adServerById(adServerId, context.servers),
        field: context.field?.takes ?? 'any',
        expectedTrackerId: null,
        costIsPerImpression,
      },
    [context, adServerId, costIsPerImpression],
  );
}

function holds({ report }: FieldView, id: number): boolean {
  return report?.tags.some((tag) => tag.id === id) === true;
}

function mayHold({ content }: FieldView, id: number): boolean {
  return content?.kind !== 'text' || content.text.includes(String(id));
}

// Where it cannot be read, a person sees for themselves.
function canReplace({ content }: FieldView): boolean {
  if (content?.kind === 'text') return content.text.trim() !== '';
  return content?.kind === 'too-long' || content?.kind === 'unread';
}
