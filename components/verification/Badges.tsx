import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleQuestionMark,
  Info,
  TriangleAlert,
} from 'lucide';

import { Badge } from '@/components/ui/Badge';
import type { Finding, Severity } from '@/lib/core/base/finding';
import type { Verdict } from '@/lib/core/verification/verdict';
import { severityText } from '@/lib/text/findings';
import { verdictText } from '@/lib/text/verification/verification';

/** The shape of each verdict: none is told by its colour alone. */
export const VERDICT_ICONS = {
  pass: CircleCheck,
  warning: TriangleAlert,
  fail: CircleAlert,
  'not-seen': CircleDashed,
  'not-known': CircleQuestionMark,
  rehearsed: CircleDot,
};
const SEVERITY_ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info };
const SEVERITY_CLASS = { error: 'fail', warning: 'warning', info: '' };

/** A verdict as icon and word. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  return <Badge icon={VERDICT_ICONS[verdict]} look={verdict} word={verdictText[verdict]} />;
}

/** A change since the baseline, as icon and word. */
export function ChangeBadge({ isWorse, word }: { isWorse: boolean; word: string }) {
  return <Badge icon={isWorse ? TriangleAlert : Info} look={isWorse ? 'fail' : ''} word={word} />;
}

/** How grave a finding is, as icon and word. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  return (
    <Badge
      icon={SEVERITY_ICONS[severity]}
      look={SEVERITY_CLASS[severity]}
      word={severityText[severity]}
    />
  );
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** The findings, the gravest first. */
export function byGravity(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
}
