import { X } from 'lucide';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

import { Button, IconButton } from '@/components/ui/Button';
import { Empty, FailureNotice, Notice } from '@/components/ui/Notice';
import { useTurns } from '@/components/ui/use-turns';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { type Failure, toFailure } from '@/lib/core/errors';
import { DEFAULT_CHOICES, type TagChoices } from '@/lib/core/tag/build-tag';
import type { FieldReport } from '@/lib/core/tag/field-report';
import type { Ref } from '@/lib/core/tracker/tracker';
import { builderText as text } from '@/lib/text/builder';

import type { Delivery } from './delivery';
import { FieldContents } from './FieldContents';
import { NewTracker } from './NewTracker';
import { TagBuilder } from './TagBuilder';
import { TrackerChoice } from './TrackerChoice';
import type { WidgetActions, WidgetContext } from './widget-actions';

/** The builder as it stands in an ad server's console. */
export function WidgetView({ actions }: { actions: WidgetActions }) {
  const [context, setContext] = useState<WidgetContext | null>(null);
  const [report, setReport] = useState<FieldReport | null>(null);
  const [tracker, setTracker] = useState<Ref | null>(null);
  const [choices, setChoices] = useState<TagChoices>(DEFAULT_CHOICES);
  const [isNew, setIsNew] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const takeTurn = useTurns();
  const latest = useRef(choices);
  latest.current = choices;

  const look = useCallback(async () => {
    const isLast = takeTurn();
    const found = await actions.reportField(latest.current);
    if (isLast()) setReport(found);
  }, [actions, takeTurn]);
  const start = useCallback(() => {
    setFailure(null);
    actions.context().then(
      (found) => {
        setContext(found);
        setChoices(found.choices);
      },
      (error: unknown) => setFailure(toFailure(error)),
    );
  }, [actions]);
  useEffect(start, [start]);
  useEffect(() => void (context && look()), [context, choices, look]);
  const ready = context?.signedIn === true && context.advertiserName !== null;
  useEffect(() => {
    const box = root.current;
    (box?.querySelector('input') ?? box?.querySelector('button'))?.focus();
  }, [ready, isNew]);

  const deliver = (run: (text: string) => Promise<Delivery>) => async (tag: string) => {
    const delivery = await run(tag);
    if (tracker) void actions.noteUse(tracker);
    await look();
    return delivery;
  };
  const server = adServerById(choices.adServerId, context?.servers ?? []);
  const consoleServer = context?.consoleServer ?? null;
  const isElsewhere = consoleServer !== null && server !== null && consoleServer.id !== server.id;

  return (
    <div
      ref={root}
      class="pb-app pb-widget"
      role="dialog"
      aria-label={text.title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') actions.close();
      }}
    >
      <header class="pb-row">
        <h2 class="pb-grow">{text.title}</h2>
        <IconButton icon={X} label={text.close} onClick={() => actions.close()} />
      </header>
      {failure && (
        <FailureNotice failure={failure}>
          <div class="pb-row">
            <Button onClick={start}>{text.tryAgain}</Button>
          </div>
        </FailureNotice>
      )}
      {context && !context.signedIn && (
        <Empty title={text.signedOut}>
          <span>{text.signedOutNext}</span>
        </Empty>
      )}
      {context?.signedIn && context.advertiserName === null && (
        <Empty title={text.noAdvertiser}>
          <span>{text.noAdvertiserNext}</span>
        </Empty>
      )}
      {ready && isNew && (
        <NewTracker
          actions={actions}
          canWrite={context.canWrite}
          onBack={() => setIsNew(false)}
          onCreated={(created) => {
            setTracker(created);
            setIsNew(false);
          }}
        />
      )}
      {report && !isNew && <FieldContents report={report} onReplace={deliver(actions.replace)} />}
      {ready && !isNew && (
        <TagBuilder
          tracker={tracker}
          servers={context.servers}
          choices={choices}
          write={actions.write}
          onChoices={(next) => {
            setChoices(next);
            void actions.keepChoices(next);
          }}
          onInsert={deliver(actions.insert)}
          onReplace={report?.isEmpty === false ? deliver(actions.replace) : undefined}
          onCopy={deliver(actions.copy)}
        >
          <TrackerChoice
            tracker={tracker}
            advertiserName={context.advertiserName ?? ''}
            recent={context.recent}
            search={actions.searchTrackers}
            onChange={setTracker}
            onNew={() => setIsNew(true)}
          />
          {isElsewhere && (
            <Notice kind="warning">{text.otherConsole(consoleServer.name, server.name)}</Notice>
          )}
        </TagBuilder>
      )}
    </div>
  );
}
