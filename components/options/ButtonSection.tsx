import { Button } from '@/components/ui/Button';
import type { Dismissals, DismissedField, DismissScope } from '@/lib/core/console/dismissals';
import { optionsText as text } from '@/lib/text/pages/options';

import type { OptionsModel } from './options-model';
import { Section } from './Section';

interface ButtonSectionProps {
  model: OptionsModel;
  dismissals: Dismissals;
}

const ANYWHERE: DismissedField = { host: '', key: '', label: '' };

/** Whether the small button comes up by itself, and where it is not wanted. */
export function ButtonSection({ model, dismissals }: ButtonSectionProps) {
  const { actions } = model;
  const { never, hosts, fields } = dismissals;
  const restore = (scope: DismissScope, field: DismissedField, what: string) =>
    model.attempt(() => actions.restore(scope, field), {
      section: 'button',
      text: text.restoredAt(what),
    });
  return (
    <Section id="button" lead={text.buttonLead} remark={model.remark.value}>
      <label class="pb-check">
        <input
          type="checkbox"
          checked={!never}
          onChange={(event) => {
            const isWanted = event.currentTarget.checked;
            model.attempt(() =>
              isWanted ? actions.restore('all', ANYWHERE) : actions.dismiss('all', ANYWHERE),
            );
          }}
        />
        <span>
          {text.never}
          <span class="pb-hint pb-block">{text.neverHint}</span>
        </span>
      </label>
      <p class="pb-hint">{text.shortcut}</p>
      <h3>{text.dismissed}</h3>
      {hosts.length + fields.length === 0 ? (
        <p class="pb-muted">{text.dismissedNone}</p>
      ) : (
        <ul class="pb-rows">
          {hosts.map((host) => (
            <DismissedRow
              key={host}
              title={host}
              note={text.dismissedSite}
              onRestore={() => restore('site', { ...ANYWHERE, host }, host)}
            />
          ))}
          {fields.map((field) => (
            <DismissedRow
              key={`${field.host} ${field.key}`}
              title={field.label || field.key}
              note={field.host}
              onRestore={() => restore('field', field, field.label || field.key)}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function DismissedRow(props: { title: string; note: string; onRestore: () => void }) {
  return (
    <li class="pb-row pb-spread">
      <span class="pb-grow">
        {props.title} <span class="pb-muted pb-small">{props.note}</span>
      </span>
      <Button label={text.showAgainAt(props.title)} onClick={props.onRestore}>
        {text.showAgain}
      </Button>
    </li>
  );
}
