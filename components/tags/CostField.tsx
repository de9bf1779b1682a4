import { Check } from '@/components/ui/Check';
import { TextField } from '@/components/ui/Field';
import { type AdServer, costMacroOf } from '@/lib/core/ad-server/ad-server';
import { macrosIn } from '@/lib/core/macro/shapes';
import type { TagChoices } from '@/lib/core/tag/write/build-tag';
import { builderText as text } from '@/lib/text/builder/builder';

interface CostFieldProps {
  server: AdServer | null;
  choices: TagChoices;
  onChange: (part: Partial<TagChoices>) => void;
}

/** `ancost`: off unless the person turns it on, with the reason beside it. */
export function CostField({ server, choices, onChange }: CostFieldProps) {
  const known = costMacroOf(server);
  const cost = choices.cost.trim() || (known?.macro ?? '');
  const unit = cost === known?.macro ? known.unit : null;
  return (
    <>
      <Check
        label={text.cost}
        checked={choices.withCost}
        hint={text.costHint}
        onChange={(withCost) => onChange({ withCost })}
      />
      {choices.withCost && (
        <TextField
          label={text.costValue}
          mono
          value={choices.cost}
          placeholder={known?.macro ?? text.costPlaceholder}
          {...(cost === '' && { problem: text.costMissing })}
          {...(unit && { hint: text.costUnit(unit) })}
          onInput={(value) => onChange({ cost: value, costIsPerImpression: false })}
        />
      )}
      {choices.withCost && macrosIn(cost).length > 0 && (
        <Check
          label={text.costConfirm}
          checked={choices.costIsPerImpression}
          onChange={(costIsPerImpression) => onChange({ costIsPerImpression })}
        />
      )}
    </>
  );
}
