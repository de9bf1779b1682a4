import { CircleAlert, type IconNode, Info, TriangleAlert } from 'lucide';

import { Badge } from '@/components/ui/Badge';
import { Icon } from '@/components/ui/Icon';
import { type IssueLevel, levelOf, type RowIssue } from '@/lib/core/tracker-sheet/issue';
import type { RowField } from '@/lib/core/tracker-sheet/row-fields';
import { bulkText as text } from '@/lib/text/trackers/bulk';
import { issueLevelText, issueText } from '@/lib/text/trackers/tracker-sheet';

const ICONS: Record<IssueLevel, IconNode> = {
  error: CircleAlert,
  conflict: TriangleAlert,
  note: Info,
};
const LOOKS: Record<IssueLevel, string> = { error: 'fail', conflict: 'warning', note: '' };

/** How grave an issue is: a sign and a word. */
export function LevelMark({ level }: { level: IssueLevel }) {
  return <Badge icon={ICONS[level]} look={LOOKS[level]} word={issueLevelText[level]} />;
}

/** An issue in the one line that there is for it in a list. */
export function IssueLine({ issue, of }: { issue: RowIssue; of: number }) {
  const level = levelOf(issue);
  const { sentence } = issueText(issue);
  return (
    <span class={`pb-plan-issue pb-clip ${LOOKS[level]}`} title={sentence}>
      <Icon of={ICONS[level]} size={12} />
      <span class="pb-hidden">{issueLevelText[level]}: </span>
      <span class="pb-clip">
        {sentence}
        {of > 1 && ` +${of - 1}`}
      </span>
    </span>
  );
}

/** What a field is set to, and from what. */
export function FieldChangeText({ field: { text: to, from } }: { field: RowField }) {
  if (from === null) return <>{to}</>;
  return (
    <>
      <span class="pb-hidden">{text.from_} </span>
      <del>{from || text.nothing}</del> → <ins>{to || text.nothing}</ins>
    </>
  );
}
