import type { AdServer } from '@/lib/core/ad-server/ad-server';
import { adServerById } from '@/lib/core/ad-server/lookup';
import type { TagChoices } from '@/lib/core/tag/write/build-tag';

import { AdServerChoice } from './AdServerChoice';
import { CachebusterField } from './CachebusterField';
import { hasKnownCachebuster, TagOptions } from './TagOptions';
import { TypeChoice } from './TypeChoice';

interface TagChoicesFormProps {
  servers: readonly AdServer[];
  choices: TagChoices;
  onChoices: (choices: TagChoices) => void;
}

/** Everything that is chosen for a tag but its tracker. */
export function TagChoicesForm({ servers, choices, onChoices }: TagChoicesFormProps) {
  const server = adServerById(choices.adServerId, servers);
  const change = (part: Partial<TagChoices>) => onChoices({ ...choices, ...part });
  return (
    <>
      <TypeChoice choices={choices} onChange={change} />
      <AdServerChoice type={choices.type} server={server} servers={servers} onChange={change} />
      {!hasKnownCachebuster(server) && (
        <CachebusterField server={server} choices={choices} onChange={change} />
      )}
      <TagOptions server={server} choices={choices} onChange={change} />
    </>
  );
}
