import { Copy, Replace, TextCursorInput } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Notice, type Said } from '@/components/ui/Notice';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { adServerById } from '@/lib/core/ad-server/lookup';
import type { TagChoices } from '@/lib/core/tag/build-tag';
import { builderText as text } from '@/lib/text/builder';

import { AdServerChoice } from './AdServerChoice';
import { CachebusterField } from './CachebusterField';
import { type Delivery, sayDelivery } from './delivery';
import { FindingList } from './FindingList';
import { hasKnownCachebuster, TagOptions } from './TagOptions';
import { TagPreview } from './TagPreview';
import { TypeChoice } from './TypeChoice';
import { useWritten } from './use-written';
import type { TrackerRef, WriteTag } from './write-here';

export interface TagBuilderProps {
  tracker: TrackerRef | null;
  servers: readonly AdServer[];
  choices: TagChoices;
  onChoices: (choices: TagChoices) => void;
  write: WriteTag;
  onCopy: (tag: string) => Promise<Delivery>;
  /** Absent where there is no field to insert into. */
  onInsert?: ((tag: string) => Promise<Delivery>) | undefined;
  /** Present where the field already holds something. */
  onReplace?: ((tag: string) => Promise<Delivery>) | undefined;
  /** What stands above the choices, such as the tracker's picker. */
  children?: ComponentChildren;
}

/** Choices on one side, the tag they make on the other; the same in the popup and in a console. */
export function TagBuilder(props: TagBuilderProps) {
  const { tracker, servers, choices, onChoices, onInsert, onReplace } = props;
  const [said, setSaid] = useState<Said | null>(null);
  const server = adServerById(choices.adServerId, servers);
  // A tag leaves correct or not at all: `tag` is there only while it is usable.
  const { view, tag } = useWritten(props.write, tracker, choices);
  // Why the buttons do not work, where the remark itself may be out of sight.
  const wrong = view?.remarks.find(({ severity }) => severity === 'error');
  const change = (part: Partial<TagChoices>) => onChoices({ ...choices, ...part });

  useEffect(() => setSaid(null), [view?.text]);
  const deliver = async (run: (tag: string) => Promise<Delivery>, success: string) => {
    if (tag !== null) setSaid(sayDelivery(await run(tag), success));
  };

  return (
    <div class="pb-builder pb-stack">
      {props.children}
      <TypeChoice choices={choices} onChange={change} />
      <AdServerChoice server={server} servers={servers} onChange={change} />
      {!hasKnownCachebuster(server) && (
        <CachebusterField server={server} choices={choices} onChange={change} />
      )}
      <TagOptions server={server} choices={choices} onChange={change} />
      {view === null ? (
        <p class="pb-muted">{text.chooseTracker}</p>
      ) : (
        <>
          <TagPreview label={text.preview} spans={view.spans} />
          <FindingList remarks={view.remarks} />
        </>
      )}
      <div class="pb-actions pb-stack">
        {said && <Notice kind={said.kind}>{said.text}</Notice>}
        {wrong && <p class="pb-problem">{wrong.sentence}</p>}
        <div class="pb-row">
          {onInsert && (
            <Button
              kind="primary"
              icon={TextCursorInput}
              disabled={tag === null}
              onClick={() => void deliver(onInsert, text.inserted)}
            >
              {text.insert}
            </Button>
          )}
          {onReplace && (
            <Button
              icon={Replace}
              title={text.replaceHint}
              disabled={tag === null}
              onClick={() => void deliver(onReplace, text.replaced)}
            >
              {text.replace}
            </Button>
          )}
          <Button
            kind={onInsert ? 'plain' : 'primary'}
            icon={Copy}
            disabled={tag === null}
            onClick={() => void deliver(props.onCopy, text.copied)}
          >
            {text.copy}
          </Button>
        </div>
      </div>
    </div>
  );
}
