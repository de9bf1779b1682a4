import { useId } from 'preact/hooks';

import { Field, TextField } from '@/components/ui/Field';
import type { SheetChoices, SheetProblem } from '@/lib/core/sheet/choices';
import { sheetPageText as text, sheetProblemText } from '@/lib/text/sheet-page';

interface SheetOptionsProps {
  choices: SheetChoices;
  problems: readonly SheetProblem[];
  onChange: (part: Partial<SheetChoices>) => void;
}

/** What goes into the tags, and what is written beside them. */
export function SheetOptions({ choices, problems, onChange }: SheetOptionsProps) {
  const problem = (code: SheetProblem) => (problems.includes(code) ? sheetProblemText[code] : null);
  return (
    <div class="pb-stack pb-sheet-options">
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
      <section class="pb-card pb-stack" aria-label={text.about}>
        <h2>{text.about}</h2>
        <div class="pb-sheet-fields">
          <Free name="campaign" choices={choices} onChange={onChange} />
          <Free name="author" choices={choices} onChange={onChange} />
          <Free name="version" choices={choices} onChange={onChange} />
        </div>
        <p class="pb-hint">{text.sameForAll}</p>
        <div class="pb-sheet-fields">
          <Free name="site" choices={choices} onChange={onChange} />
          <Free name="creative" choices={choices} onChange={onChange} />
          <Free name="dimensions" choices={choices} onChange={onChange} />
          <Day name="start" choices={choices} onChange={onChange} />
          <Day
            name="end"
            choices={choices}
            onChange={onChange}
            problem={problem('end-before-start')}
          />
        </div>
      </section>
    </div>
  );
}

type Change = Pick<SheetOptionsProps, 'choices' | 'onChange'>;

function Free({
  name,
  choices,
  onChange,
}: Change & { name: 'campaign' | 'author' | 'version' | 'site' | 'creative' | 'dimensions' }) {
  return (
    <TextField
      label={text[name]}
      value={choices[name]}
      {...(name === 'dimensions' && { placeholder: text.dimensionsPlaceholder })}
      onInput={(value) => onChange({ [name]: value })}
    />
  );
}

function Day({
  name,
  choices,
  onChange,
  problem = null,
}: Change & { name: 'start' | 'end'; problem?: string | null }) {
  return (
    <Field label={text[name]} problem={problem}>
      {({ id, describedBy }) => (
        <input
          id={id}
          class="pb-input"
          type="date"
          value={choices[name]}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy}
          onInput={(event) => onChange({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

interface CheckProps {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Check({ label, hint, checked, onChange }: CheckProps) {
  const hintId = useId();
  return (
    <div>
      <label class="pb-check">
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={hint ? hintId : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
      {hint && (
        <p id={hintId} class="pb-hint pb-check-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
