import { Field, TextField } from '@/components/ui/Field';
import type { SheetChoices, SheetProblem } from '@/lib/core/tag-sheet/choices';
import { sheetPageText as text, sheetProblemText } from '@/lib/text/sheets/page';

interface AboutFieldsProps {
  choices: SheetChoices;
  problems: readonly SheetProblem[];
  onChange: (part: Partial<SheetChoices>) => void;
}

/** What is written beside the tags: in the block at the top, and the same in every row. */
export function AboutFields({ choices, problems, onChange }: AboutFieldsProps) {
  const early = problems.includes('end-before-start');
  const field = { choices, onChange };
  return (
    <section class="pb-card pb-stack pb-sheet-about" aria-label={text.about}>
      <h2>{text.about}</h2>
      <div class="pb-sheet-groups">
        <div class="pb-sheet-fields top">
          <Free name="campaign" {...field} />
          <Free name="author" {...field} />
          <Free name="version" {...field} />
        </div>
        <div class="pb-sheet-fields rows">
          <Free name="site" {...field} />
          <Free name="creative" {...field} />
          <Free name="dimensions" {...field} />
          <Day name="start" {...field} />
          <Day
            name="end"
            {...field}
            problem={early ? sheetProblemText['end-before-start'] : null}
          />
        </div>
      </div>
      <p class="pb-hint">{text.sameForAll}</p>
    </section>
  );
}

type Change = Pick<AboutFieldsProps, 'choices' | 'onChange'>;

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
