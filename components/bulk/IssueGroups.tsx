import { Button } from '@/components/ui/Button';
import type { IssueGroup } from '@/lib/core/tracker-sheet/group-issues';
import { bulkText as text } from '@/lib/text/trackers/bulk';
import { issueText, mendText, trackerColumnText } from '@/lib/text/trackers/tracker-sheet';

import { MendIssue, type OnMend } from './MendIssue';
import { LevelMark } from './plan-parts';

interface IssueGroupsProps {
  groups: readonly IssueGroup[];
  onShow: (rows: readonly number[]) => void;
  on: OnMend | null;
}

/** So many groups are shown; what is mended makes room for the next. */
const SHOWN = 50;

/** What is wrong with a sheet, by what mends it. */
export function IssueGroups({ groups, onShow, on }: IssueGroupsProps) {
  if (groups.length === 0) return null;
  const rest = groups.length - SHOWN;
  return (
    <details class="pb-bulk-groups" open>
      <summary>
        {text.groups} <span class="pb-muted">{groups.length}</span>
      </summary>
      <ul>
        {groups.slice(0, SHOWN).map((group) => (
          <li key={keyOf(group)} class="pb-stack">
            <div class="pb-bulk-group-head">
              <LevelMark level={group.level} />
              <span class="pb-grow">
                {group.column && <span class="pb-muted">{trackerColumnText[group.column]}: </span>}
                {issueText(group.example).sentence}
                <span class="pb-muted pb-small"> {mendText[group.mend]}.</span>
              </span>
              <Button onClick={() => onShow(group.rows)}>{text.showRows(group.rows.length)}</Button>
            </div>
            {on && isMendedAtOnce(group) && (
              <MendIssue issue={group.example} rows={group.rows} on={on} />
            )}
          </li>
        ))}
        {rest > 0 && <li class="pb-muted">{text.more(rest)}</li>}
      </ul>
    </details>
  );
}

/** Whether one and the same act mends all its rows; else each is mended in its own. */
function isMendedAtOnce({ mend, said, example, rows }: IssueGroup): boolean {
  if (mend === 'read-again') return true;
  if (mend === 'choose') return example.choice !== null || rows.length === 1;
  return mend === 'correct-cell' && said !== '';
}

const keyOf = ({ code, column, said, example }: IssueGroup) =>
  `${code} ${column ?? ''} ${said} ${example.choice ?? ''}`;
