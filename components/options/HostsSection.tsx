import { Button } from '@/components/ui/Button';
import { hostsText as text, refusedHostText } from '@/lib/text/pages/pixel-hosts';

import { LinesField } from './LinesField';
import type { OptionsModel } from './options-model';
import { Section } from './Section';

interface HostsSectionProps {
  model: OptionsModel;
  /** Set by the administrator, and by the person. */
  hosts: { readonly managed: readonly string[]; readonly own: readonly string[] };
}

/** Names of one's own that lead to the service, beside its own. */
export function HostsSection({ model, hosts: { managed, own } }: HostsSectionProps) {
  const { typed, list } = model.hosts;
  const { refused } = list.value;
  return (
    <Section id="hosts" lead={text.lead} remark={model.remark.value}>
      {managed.length > 0 && (
        <>
          <h3>{text.managed}</h3>
          <ul class="pb-rows">
            {managed.map((host) => (
              <li key={host}>{host}</li>
            ))}
          </ul>
        </>
      )}
      <LinesField
        label={text.own}
        value={typed.value ?? own.join('\n')}
        hint={text.hint}
        problem={refused.length > 0 ? refused.map(refusedHostText).join(' ') : null}
        onInput={model.hosts.type}
      />
      <div class="pb-row">
        <Button
          kind="primary"
          disabled={!model.hosts.isChanged.value || refused.length > 0}
          onClick={model.hosts.save}
        >
          {text.save}
        </Button>
      </div>
    </Section>
  );
}
