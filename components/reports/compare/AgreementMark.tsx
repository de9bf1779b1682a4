import { CircleCheck, CircleDashed, CircleQuestionMark, TriangleAlert } from 'lucide';

import { Badge } from '@/components/ui/Badge';
import type { Agreement } from '@/lib/core/report/reconciled';
import { agreementText } from '@/lib/text/reports/comparing';

const ICONS = {
  agrees: CircleCheck,
  over: TriangleAlert,
  few: CircleDashed,
  unknown: CircleQuestionMark,
};
const LOOKS = { agrees: 'pass', over: 'warning', few: '', unknown: '' };

/** Whether two counts agree, as a sign and words. */
export function AgreementMark({ agreement }: { agreement: Agreement }) {
  return <Badge icon={ICONS[agreement]} look={LOOKS[agreement]} word={agreementText[agreement]} />;
}
