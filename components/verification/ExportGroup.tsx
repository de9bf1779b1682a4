import { Download } from 'lucide';

import { Button } from '@/components/ui/Button';
import { Check } from '@/components/ui/Check';
import { Icon } from '@/components/ui/Icon';
import { exportsText as text } from '@/lib/text/export/exports';
import { countedOptionText as countedText } from '@/lib/text/reports/proof-option';

import type { VerificationModel } from './verification-model';

const KINDS = ['proof', 'json', 'csv', 'xlsx', 'har'] as const;

/** The files that a recording is saved as: each button has its whole name, of which the first word is seen once. */
export function ExportGroup({ model }: { model: VerificationModel }) {
  return (
    <div class="pb-exports" role="group" aria-label={text.group}>
      <span class="pb-row pb-muted" aria-hidden="true">
        <Icon of={Download} />
        <span class="pb-exports-word">{text.group}</span>
      </span>
      {KINDS.map((kind) => {
        const { name, why } = text.of[kind];
        return (
          <Button
            key={kind}
            disabled={!model.verification.value}
            title={`${name}. ${why}`}
            onClick={() => void (kind === 'proof' ? model.exportProof() : model.exportAs(kind))}
          >
            <span>
              <span class="pb-exports-verb">{text.group} </span>
              {name.slice(text.group.length + 1)}
            </span>
          </Button>
        );
      })}
      {model.actions.countedFor && (
        <span class="pb-exports-option" title={countedText.optionWhy}>
          <Check
            label={countedText.option}
            checked={model.withCounted.value}
            onChange={(checked) => (model.withCounted.value = checked)}
          />
        </span>
      )}
    </div>
  );
}
