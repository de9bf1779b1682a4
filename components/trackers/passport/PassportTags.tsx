import { Copy } from 'lucide';
import { useMemo, useState } from 'preact/hooks';

import { ServerSelect } from '@/components/trackers/ServerSelect';
import { IconButton } from '@/components/ui/Button';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { choicesFor, quickTag } from '@/lib/core/judge/quick-tag';
import type { TagChoices } from '@/lib/core/tag/write/build-tag';
import type { Tracker } from '@/lib/core/tracker/tracker';
import { passportText as text } from '@/lib/text/trackers/passport';

import type { PassportActions } from './passport-actions';

interface PassportTagsProps {
  tracker: Tracker;
  servers: readonly AdServer[];
  choices: TagChoices;
  /** The ad servers for which a tag of it was copied or inserted. */
  used: readonly string[];
  actions: Pick<PassportActions, 'copy' | 'noteCopied'>;
  /** How copying went, in words. */
  onSaid: (said: string) => void;
}

/** Its tag for each ad server that it was used with, for the one chosen last, and for any other that is chosen here. */
export function PassportTags(props: PassportTagsProps) {
  const { tracker, servers, choices, used, actions, onSaid } = props;
  const [others, setOthers] = useState<readonly string[]>([]);
  const ids = [...new Set([choices.adServerId, ...used, ...others])];
  const shown = ids.flatMap((id): readonly { id: string | null; name: string }[] =>
    id === null ? [{ id, name: text.noServer }] : servers.filter((server) => server.id === id),
  );
  const copy = async (id: string | null, name: string, tag: ReturnType<typeof quickTag>) => {
    const isDone = await actions.copy(tag.text);
    if (isDone) void actions.noteCopied([tracker.id], id, tag.type);
    onSaid(isDone ? text.copied(name) : text.copyFailed);
  };
  return (
    <section aria-label={text.tags}>
      <h2>{text.tags}</h2>
      <ul class="pb-passport-tags">
        {shown.map(({ id, name }) => (
          <ServerTag
            key={id}
            name={name}
            tracker={tracker}
            servers={servers}
            choices={choicesFor(choices, id)}
            onCopy={(tag) => void copy(id, name, tag)}
          />
        ))}
      </ul>
      <ServerSelect
        label={text.otherServer}
        servers={servers.filter(({ id }) => !ids.includes(id))}
        value={null}
        none={text.chooseServer}
        onChange={(id) => id !== null && setOthers([...others, id])}
      />
    </section>
  );
}

interface ServerTagProps {
  name: string;
  tracker: Tracker;
  servers: readonly AdServer[];
  choices: TagChoices;
  onCopy: (tag: ReturnType<typeof quickTag>) => void;
}

function ServerTag({ name, tracker, servers, choices, onCopy }: ServerTagProps) {
  const tag = useMemo(
    () => quickTag(tracker, choices, servers),
    [tracker, choices.adServerId, choices.cachebuster, servers],
  );
  return (
    <li>
      <div class="pb-row pb-spread">
        <strong>{name}</strong>
        <IconButton icon={Copy} label={text.copyFor(name)} onClick={() => onCopy(tag)} />
      </div>
      <code class="pb-passport-tag">{tag.text}</code>
    </li>
  );
}
