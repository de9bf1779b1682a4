import { CircleAlert, Info, TriangleAlert } from 'lucide';

import { Icon } from '@/components/ui/Icon';
import type { TagFinding } from '@/lib/core/tag/finding';
import { builderText } from '@/lib/text/builder';
import { tagFindingText } from '@/lib/text/tag-findings';

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info };

/** What is to be said of a tag, the worst first; each with what to do. */
export function FindingList({ findings }: { findings: readonly TagFinding[] }) {
  if (findings.length === 0) return null;
  const order = ['error', 'warning', 'info'];
  const sorted = findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return (
    <ul class="pb-findings" aria-label={builderText.findings}>
      {sorted.map((finding, index) => {
        const { sentence, next } = tagFindingText(finding);
        return (
          <li key={index} class={finding.severity} data-code={finding.code}>
            <Icon of={ICONS[finding.severity]} />
            <span>
              {sentence} <span class="pb-muted">{next}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
