import { Check } from '@/components/ui/Check';
import { TextField } from '@/components/ui/Field';
import type { SheetChoices, SheetProblem } from '@/lib/core/tag-sheet/choices';
import { sheetPageText as text, sheetProblemText } from '@/lib/text/sheets/page';

interface TagOptionsProps {
  choices: SheetChoices;
  problems: readonly SheetProblem[];
  onChange: (part: Partial<SheetChoices>) => void;
}

/** What goes into the tags. */
export function TagOptions({ choices, problems, onChange }: TagOptionsProps) {
  const problem = (code: SheetProblem) => (problems.includes(code) ? sheetProblemText[code] : null);
  return (
    <section class="pb-card pb-stack" aria-label={text.options}>
      <h2>{text.options}</h2>
      <Check
        label={text.withCost}
        hint={text.withCostHint}
        checked={choices.withCost}
        onChange={(withCost) => onChange({ withCost })}
      />
      {choices.withCost && (
        <>
          <TextField
            label={text.cost}
            mono
            value={choices.cost}
            placeholder={text.costPlaceholder}
            hint={text.costHint}
            problem={problem('cost-not-a-number')}
            onInput={(cost) => onChange({ cost })}
          />
          <Check
            label={text.costIsPerImpression}
            checked={choices.costIsPerImpression}
            onChange={(costIsPerImpression) => onChange({ costIsPerImpression })}
          />
        </>
      )}
      <Check
        label={text.withConsent}
        hint={text.withConsentHint}
        checked={choices.withConsent}
        onChange={(withConsent) => onChange({ withConsent })}
      />
      <Check
        label={text.comments}
        checked={choices.comments}
        onChange={(comments) => onChange({ comments })}
      />
      <TextField
        label={text.redir}
        type="url"
        optional
        value={choices.redir}
        hint={text.redirHint}
        placeholder="https://"
        problem={problem('redir-not-https')}
        onInput={(redir) => onChange({ redir })}
      />
    </section>
  );
}
