import { TextField } from '@/components/ui/Field';
import type { AdServer } from '@/lib/core/ad-server/ad-server';
import type { TagChoices } from '@/lib/core/tag/write/build-tag';
import { builderText as text } from '@/lib/text/builder/builder';

interface CachebusterFieldProps {
  server: AdServer | null;
  choices: TagChoices;
  onChange: (part: Partial<TagChoices>) => void;
}

/** The macro for a random number: asked for where it is not known, else to be overridden. */
export function CachebusterField({ server, choices, onChange }: CachebusterFieldProps) {
  const isUnknown = server !== null && server.cachebuster === null;
  return (
    <TextField
      label={text.cachebuster}
      mono
      value={choices.cachebuster}
      placeholder={server?.cachebuster ?? ''}
      hint={isUnknown ? text.cachebusterUnknown : text.cachebusterHint}
      onInput={(cachebuster) => onChange({ cachebuster })}
    />
  );
}
