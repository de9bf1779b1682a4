import { CircleAlert, Info, TriangleAlert } from 'lucide';

import { RuleLink } from '@/components/rules/RuleLink';
import { Icon } from '@/components/ui/Icon';
import { builderText } from '@/lib/text/builder/builder';
import type { Said } from '@/lib/core/rules/say';

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info };

/** What is to be said of a tag, the worst first; each with what to do. */
export function FindingList({ remarks }: { remarks: readonly Said[] }) {
  if (remarks.length === 0) return null;
  const order = ['error', 'warning', 'info'];
  const sorted = remarks.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return (
    <ul class="pb-findings" aria-label={builderText.findings}>
      {sorted.map(({ code, severity, sentence, next }, index) => (
        <li key={index} class={severity} data-code={code}>
          <Icon of={ICONS[severity]} />
          <span>
            {sentence} <span class="pb-muted">{next}</span> <RuleLink code={code} />
          </span>
        </li>
      ))}
    </ul>
  );
}
