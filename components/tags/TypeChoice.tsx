import { Choice } from '@/components/ui/Choice';
import type { TagChoices } from '@/lib/core/tag/write/build-tag';
import { TAG_TYPES } from '@/lib/core/tag/tag-spec';
import { builderText as text, tagTypeText } from '@/lib/text/builder/builder';

interface TypeChoiceProps {
  choices: TagChoices;
  onChange: (part: Partial<TagChoices>) => void;
}

/** The form of the tag; of a bare URL also what will call it, since nothing in it says so. */
export function TypeChoice({ choices, onChange }: TypeChoiceProps) {
  return (
    <>
      <Choice
        label={text.type}
        value={choices.type}
        options={TAG_TYPES.map((type) => ({ value: type, label: tagTypeText[type] }))}
        onChange={(type) => onChange({ type })}
      />
      {choices.type === 'url' && (
        <Choice
          label={text.loadedBy}
          value={choices.loadedBy}
          options={[
            { value: 'image', label: text.loadedByImage },
            { value: 'javascript', label: text.loadedByScript },
          ]}
          onChange={(loadedBy) => onChange({ loadedBy })}
        />
      )}
    </>
  );
}
