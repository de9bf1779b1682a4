import { levelOf } from '@/lib/core/tracker-sheet/issue';
import type { PlannedRow } from '@/lib/core/tracker-sheet/planned-row';
import type { TrackerColumn } from '@/lib/core/tracker-sheet/columns';
import { rowFields } from '@/lib/core/tracker-sheet/row-fields';
import { bulkText as text } from '@/lib/text/trackers/bulk';
import { trackerFieldText } from '@/lib/text/trackers/fields';
import { issueText, trackerColumnText } from '@/lib/text/trackers/tracker-sheet';

import { KindMark } from './marks';
import { MendIssue, type OnMend } from './MendIssue';
import { FieldChangeText, LevelMark } from './plan-parts';

interface PlanDetailsProps {
  row: PlannedRow | null;
  textOf: (row: number, column: TrackerColumn) => string;
  /** `null` where what is shown cannot be mended here. */
  on: OnMend | null;
}

/** All of one row: its issues with what mends them, and every field with what it was. */
export function PlanDetails({ row, textOf, on }: PlanDetailsProps) {
  return (
    <section class="pb-plan-details pb-stack" aria-label={text.details}>
      {row === null ? (
        <p class="pb-muted">{text.chooseRow}</p>
      ) : (
        <>
          <div class="pb-row">
            <h3 class="pb-grow pb-clip" title={row.name}>
              {text.row(row.row)} <span class="pb-muted">{row.name}</span>
            </h3>
            <KindMark kind={row.kind} />
          </div>
          {row.kind === 'unchanged' && <p class="pb-muted">{text.unchangedRow}</p>}
          {row.issues.map((issue) => (
            <div
              key={`${row.row} ${issue.code} ${issue.address} ${issue.said}`}
              class="pb-plan-issue-box"
            >
              <div class="pb-row">
                <LevelMark level={levelOf(issue)} />
                <span class="pb-muted pb-small">
                  {issue.column && `${trackerColumnText[issue.column]}, `}
                  {text.cell(issue.address)}
                </span>
              </div>
              <p>{issueText(issue).sentence}</p>
              <p class="pb-muted pb-small">{issueText(issue).next}</p>
              {on && <MendIssue issue={issue} rows={[row.row]} on={on} />}
            </div>
          ))}
          <dl class="pb-plan-values">
            {rowFields(row, (column) => textOf(row.row, column))
              .filter(({ text: to, from }) => to !== '' || from !== null)
              .map((field) => (
                <div key={field.field}>
                  <dt class="pb-muted">{trackerFieldText[field.field]}</dt>
                  <dd>
                    <FieldChangeText field={field} />
                  </dd>
                </div>
              ))}
          </dl>
        </>
      )}
    </section>
  );
}
