import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { CheckedSheet } from '@/lib/core/tracker-sheet/check-sheet';
import type { TrackerColumn } from '@/lib/core/tracker-sheet/columns';
import type { IssueGroup } from '@/lib/core/tracker-sheet/group-issues';
import { CANARY } from '@/lib/core/tracker-sheet/run';
import { bulkText as text, countsText } from '@/lib/text/trackers/bulk';

import { IssueGroups } from './IssueGroups';
import type { OnMend } from './MendIssue';
import { PlanDetails } from './PlanDetails';
import { type PlanFilter, PlanList } from './PlanList';

interface DryRunProps {
  checked: CheckedSheet;
  groups: readonly IssueGroup[];
  textOf: (row: number, column: TrackerColumn) => string;
  /** `null` where nothing can be mended here. */
  on: OnMend | null;
  canWrite: boolean;
  canCreate: boolean;
  /** Whether something is under way after which it may look otherwise. */
  isBusy: boolean;
  isStarting: boolean;
  onBegin: (isCanary: boolean) => void;
  /** What failed last. */
  children?: ComponentChildren;
}

/** Exactly what will be created and changed, before anything is sent. */
export function DryRun(props: DryRunProps) {
  const { checked, groups, textOf, on } = props;
  const { counts, rows } = checked;
  const isWrong = counts.error + counts.conflict > 0;
  const [filter, setFilter] = useState<PlanFilter>(isWrong ? 'mend' : 'all');
  const [chosen, setChosen] = useState<number | null>(null);
  const row = rows.find((one) => one.row === chosen) ?? null;
  return (
    <div class="pb-dry-run">
      <Notice kind={isWrong ? 'warning' : 'info'}>{countsText(counts)}</Notice>
      <IssueGroups
        groups={groups}
        on={on}
        onShow={(of) => {
          setFilter(new Set(of));
          setChosen(of[0] ?? null);
        }}
      />
      <div class="pb-plan">
        <PlanList
          checked={checked}
          filter={filter}
          onFilter={setFilter}
          textOf={textOf}
          chosen={chosen}
          onChoose={setChosen}
        />
        <PlanDetails row={row} textOf={textOf} on={on} />
      </div>
      {props.children}
      <Begin {...props} />
    </div>
  );
}

/** The first few, to be looked at, or all of it. */
function Begin({ checked, canWrite, canCreate, isBusy, isStarting, onBegin }: DryRunProps) {
  const { create, change, conflict, error } = checked.counts;
  const total = create + change;
  const left = conflict + error;
  const isOff = !canWrite || isBusy || isStarting || (create > 0 && !canCreate);
  const first = firstOf(checked);
  return (
    <footer class="pb-bulk-foot pb-bulk-begin">
      {!canWrite && <p>{text.readOnly}</p>}
      {canWrite && create > 0 && !canCreate && <p>{text.noCreate}</p>}
      {total === 0 ? (
        <p class="pb-muted">{text.nothingToDo}</p>
      ) : (
        <div class="pb-row pb-wrap">
          {total > CANARY && (
            <Button kind="primary" disabled={isOff} onClick={() => onBegin(true)}>
              {isStarting ? text.starting : text.beginFirst(first.create, first.change, CANARY)}
            </Button>
          )}
          <Button
            kind={total > CANARY ? 'plain' : 'primary'}
            disabled={isOff}
            onClick={() => onBegin(false)}
          >
            {isStarting && total <= CANARY ? text.starting : text.beginAll(create, change)}
          </Button>
          <span class="pb-muted pb-small pb-grow">
            {total > CANARY && `${text.canary} `}
            {left > 0 && text.left(left)}
          </span>
        </div>
      )}
    </footer>
  );
}

/** Of the rows that are sent first, how many make a tracker and how many change one. */
function firstOf({ rows }: CheckedSheet): { readonly create: number; readonly change: number } {
  const sent = rows.filter(({ kind }) => kind === 'create' || kind === 'change').slice(0, CANARY);
  const create = sent.filter(({ kind }) => kind === 'create').length;
  return { create, change: sent.length - create };
}
