import { useId } from 'preact/hooks';

import { TextField } from '@/components/ui/Field';
import { type AdServer, costMacroOf } from '@/lib/core/ad-server/ad-server';
import type { TagChoices } from '@/lib/core/tag/build-tag';
import { builderText as text } from '@/lib/text/builder';

interface CostFieldProps {
  server: AdServer | null;
  choices: TagChoices;
  onChange: (part: Partial<TagChoices>) => void;
}

/** `ancost`: off unless the person turns it on, with the reason beside it. */
export function CostField({ server, choices, onChange }: CostFieldProps) {
  const hintId = useId();
  const unit = costMacroOf(server)?.unit;
  return (
    <>
      <div>
        <label class="pb-check">
          <input
            type="checkbox"
            checked={choices.withCost}
            aria-describedby={hintId}
            onChange={(event) => onChange({ withCost: event.currentTarget.checked })}
          />
          {text.cost}
        </label>
        <p id={hintId} class="pb-hint">
          {text.costHint}
        </p>
      </div>
      {choices.withCost && (
        <TextField
          label={text.costValue}
          mono
          value={choices.cost}
          placeholder={costMacroOf(server)?.macro ?? text.costPlaceholder}
          {...(unit && { hint: text.costUnit(unit) })}
          onInput={(cost) => onChange({ cost })}
        />
      )}
    </>
  );
}
