import { useState } from 'preact/hooks';

import { ServerSelect } from '@/components/trackers/ServerSelect';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { MAX_ROWS } from '@/lib/core/base/limits';
import { choicesFor } from '@/lib/core/judge/quick-tag';
import { manyTags, tagsAsTable, tagsAsText } from '@/lib/core/judge/many-tags';
import { actsText as text } from '@/lib/text/trackers/acts';

import { ActFrame } from './ActFrame';
import type { ActsModel } from './acts-model';

/** Copies a tag of each tracker for one ad server: as text, or as a table that says whose each is. */
export function CopyTags({ model }: { model: ActsModel }) {
  const { choices, servers } = model.stores;
  const [serverId, setServerId] = useState(choices.value.adServerId);
  const [isRefused, setRefused] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const trackers = model.trackers.value;
  const isTooMany = trackers.length > MAX_ROWS;
  const isOff = isTooMany || trackers.length === 0 || isBusy;

  const copy = async (how: 'text' | 'table') => {
    if (isOff) return;
    const close = model.closing();
    setBusy(true);
    const tags = manyTags(trackers, choicesFor(choices.value, serverId), servers.value);
    const isDone =
      how === 'text'
        ? await model.actions.copyText(tagsAsText(tags))
        : await model.actions.copyTable(tagsAsTable(tags, text.tagTitles));
    setBusy(false);
    setRefused(!isDone);
    if (!isDone) return;
    void model.actions.noteCopied(
      trackers.map(({ id }) => id),
      serverId,
      null,
    );
    const warnings = [
      ...(tags.withoutCachebuster > 0 ? [text.withoutCachebuster(serverId !== null)] : []),
      ...(tags.inactive > 0 ? [text.inactive(tags.inactive)] : []),
    ];
    close({
      kind: warnings.length === 0 ? 'pass' : 'warning',
      text: [text.copied(trackers.length), ...warnings].join(' '),
    });
  };
  return (
    <ActFrame
      model={model}
      title={text.tagsTitle}
      buttons={
        <>
          <Button kind="primary" disabled={isOff} onClick={() => void copy('text')}>
            {text.asText}
          </Button>
          <Button disabled={isOff} onClick={() => void copy('table')}>
            {text.asTable}
          </Button>
        </>
      }
    >
      <ServerSelect
        label={text.adServer}
        servers={servers.value}
        value={serverId}
        none={text.noAdServer}
        onChange={setServerId}
      />
      <p>{text.tagsWhat(trackers.length)}</p>
      {isTooMany && <Notice kind="warning">{text.tooManyTags(MAX_ROWS)}</Notice>}
      {isRefused && <Notice kind="warning">{text.copyFailed}</Notice>}
    </ActFrame>
  );
}
