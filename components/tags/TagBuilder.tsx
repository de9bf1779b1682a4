import { Copy, TextCursorInput } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';

import { LeanButton } from '@/components/ui/LeanButton';
import { Notice, type Said } from '@/components/ui/Notice';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import type { Delivery } from '@/lib/core/console/delivery';
import type { TagChoices } from '@/lib/core/tag/write/build-tag';
import { builderText as text } from '@/lib/text/builder/builder';

import { sayDelivery } from './delivery';
import { FindingList } from './FindingList';
import { TagChoicesForm } from './TagChoicesForm';
import { TagPreview } from './TagPreview';
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
  /** What stands above the choices, such as the tracker's picker. */
  children?: ComponentChildren;
}

/** The choices and the tag they make, as in the popup and in other people's pages. */
export function TagBuilder(props: TagBuilderProps) {
  const { tracker, servers, choices, onChoices, onInsert } = props;
  const [said, setSaid] = useState<Said | null>(null);
  const { write } = props;
  const view = useMemo(() => tracker && write(tracker, choices), [write, tracker, choices]);
  // A tag leaves correct or not at all: `tag` is there only while it is usable.
  const tag = view?.usable ? view.text : null;
  // Why the buttons do not work, where the remark itself may be out of sight.
  const wrong = view?.remarks.find(({ severity }) => severity === 'error');

  useEffect(() => setSaid(null), [view?.text]);
  const deliver = async (run: (tag: string) => Promise<Delivery>, success: string) => {
    if (tag !== null) setSaid(sayDelivery(await run(tag), success));
  };

  return (
    <div class="pb-builder pb-stack">
      {props.children}
      <TagChoicesForm servers={servers} choices={choices} onChoices={onChoices} />
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
            <LeanButton
              kind="primary"
              icon={TextCursorInput}
              disabled={tag === null}
              onClick={() => void deliver(onInsert, text.inserted)}
            >
              {text.insert}
            </LeanButton>
          )}
          <LeanButton
            kind={onInsert ? 'plain' : 'primary'}
            icon={Copy}
            disabled={tag === null}
            onClick={() => void deliver(props.onCopy, text.copied)}
          >
            {text.copy}
          </LeanButton>
        </div>
      </div>
    </div>
  );
}
