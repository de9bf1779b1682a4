import { X } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';

import { IconButton } from '@/components/ui/Button';
import { Combobox } from '@/components/ui/Combobox';
import { Empty } from '@/components/ui/Notice';
import { DEFAULT_CHOICES, type TagChoices, typeFor } from '@/lib/core/tag/build-tag';
import { adServerByHost } from '@/lib/core/ad-server/lookup';
import type { Ref } from '@/lib/core/tracker/tracker';
import { builderText as text } from '@/lib/text/builder';

import { type Delivery, TagBuilder } from './TagBuilder';

export interface WidgetActions {
  /** Who is signed in and what was chosen last. */
  context(): Promise<{
    readonly signedIn: boolean;
    readonly advertiserName: string | null;
    readonly choices: TagChoices | null;
  }>;
  searchTrackers(words: string): Promise<readonly Ref[]>;
  keepChoices(choices: TagChoices): Promise<unknown>;
  insert(tag: string): Promise<Delivery>;
  copy(tag: string): Promise<Delivery>;
  close(): void;
}

interface WidgetViewProps {
  /** The console's host name; it picks the ad server. */
  host: string;
  actions: WidgetActions;
}

/** The builder as it stands in an ad server's console. */
export function WidgetView({ host, actions }: WidgetViewProps) {
  const [context, setContext] = useState<Awaited<ReturnType<WidgetActions['context']>> | null>(
    null,
  );
  const [tracker, setTracker] = useState<Ref | null>(null);
  const [choices, setChoices] = useState<TagChoices>(DEFAULT_CHOICES);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    void actions.context().then((found) => {
      setContext(found);
      setChoices(choicesFor(host, found.choices));
    });
  }, [actions, host]);
  const ready = context?.signedIn === true && context.advertiserName !== null;
  useEffect(() => {
    const box = root.current;
    (box?.querySelector('input') ?? box?.querySelector('button'))?.focus();
  }, [ready]);

  const change = (next: TagChoices) => {
    setChoices(next);
    void actions.keepChoices(next);
  };

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
      {ready && (
        <TagBuilder
          tracker={tracker}
          choices={choices}
          onChoices={change}
          onInsert={(tag) => actions.insert(tag)}
          onCopy={(tag) => actions.copy(tag)}
        >
          <Combobox<Ref>
            label={text.tracker}
            value={tracker}
            search={actions.searchTrackers}
            placeholder={text.trackerPlaceholder}
            hint={context.advertiserName}
            onChange={setTracker}
          />
        </TagBuilder>
      )}
    </div>
  );
}

// A known console decides ad server and type; cost and redirect of another day would surprise.
function choicesFor(host: string, kept: TagChoices | null): TagChoices {
  const server = adServerByHost(host);
  if (!server) return { ...(kept ?? DEFAULT_CHOICES), withCost: false, cost: '', redir: '' };
  return { ...DEFAULT_CHOICES, adServerId: server.id, type: typeFor(server) };
}
