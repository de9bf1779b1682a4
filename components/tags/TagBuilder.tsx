import { Copy, Replace, TextCursorInput } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Notice, type Said } from '@/components/ui/Notice';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { adServerById } from '@/lib/core/ad-server/lookup';
import { buildTag, type TagChoices } from '@/lib/core/tag/build-tag';
import { writeTag } from '@/lib/core/tag/write-tag';
import { builderText as text } from '@/lib/text/builder';

import { AdServerChoice } from './AdServerChoice';
import { type Delivery, sayDelivery } from './delivery';
import { FindingList } from './FindingList';
import { TagOptions } from './TagOptions';
import { TagPreview } from './TagPreview';
import { TypeChoice } from './TypeChoice';

export interface TagBuilderProps {
  tracker: { readonly id: number; readonly name: string } | null;
  servers: readonly AdServer[];
  choices: TagChoices;
  onChoices: (choices: TagChoices) => void;
  onCopy: (tag: string) => Promise<Delivery>;
  /** Absent where there is no field to insert into. */
  onInsert?: ((tag: string) => Promise<Delivery>) | undefined;
  /** Present where the field already holds something. */
  onReplace?: ((tag: string) => Promise<Delivery>) | undefined;
  /** `url` where the field takes nothing but URLs. */
  field?: 'url' | 'any';
  /** What stands above the choices, such as the tracker's picker. */
  children?: ComponentChildren;
}

/** Choices on one side, the tag they make on the other; the same in the popup and in a console. */
export function TagBuilder(props: TagBuilderProps) {
  const { tracker, servers, choices, onChoices, onInsert, onReplace, field = 'any' } = props;
  const [said, setSaid] = useState<Said | null>(null);
  const server = adServerById(choices.adServerId, servers);
  const written = useMemo(() => {
    if (!tracker) return null;
    const { costIsPerImpression } = choices;
    const place = { servers, server, field, expectedTrackerId: tracker.id, costIsPerImpression };
    return writeTag(buildTag(tracker, server, choices), place);
  }, [tracker, servers, server, field, choices]);
  const change = (part: Partial<TagChoices>) => onChoices({ ...choices, ...part });
  // A tag leaves correct or not at all.
  const tag = written?.usable ? written.text : null;

  useEffect(() => setSaid(null), [written]);
  const deliver = async (run: (tag: string) => Promise<Delivery>, success: string) => {
    if (tag !== null) setSaid(sayDelivery(await run(tag), success));
  };

  return (
    <div class="pb-builder pb-stack">
      {props.children}
      <TypeChoice choices={choices} onChange={change} />
      <AdServerChoice server={server} servers={servers} choices={choices} onChange={change} />
      <TagOptions server={server} choices={choices} onChange={change} />
      {written === null ? (
        <p class="pb-muted">{text.chooseTracker}</p>
      ) : (
        <>
          <TagPreview label={text.preview} checked={written} />
          <FindingList findings={written.findings} />
        </>
      )}
      {said && <Notice kind={said.kind}>{said.text}</Notice>}
      <div class="pb-row pb-actions">
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
  );
}
