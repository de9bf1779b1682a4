import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  type IconNode,
  Loader,
  Pencil,
} from 'lucide';
import { useMemo, useState } from 'preact/hooks';

import { Badge } from '@/components/ui/Badge';
import { MiddleClip } from '@/components/ui/MiddleClip';
import { Empty } from '@/components/ui/Notice';
import { type ListLayout, VirtualList } from '@/components/ui/VirtualList';
import type { RowEndKind, Run, RunRow } from '@/lib/core/tracker-sheet/run';
import { rowEndText, runsText as text } from '@/lib/text/trackers/bulk-runs';
import { rowWhyText } from '@/lib/text/trackers/row-result';

import { RowFilter } from './RowFilter';

type End = RowEndKind | 'waiting' | 'under-way';

const ENDS: readonly RowEndKind[] = ['created', 'changed', 'skipped', 'failed'];

const ICONS: Record<End, IconNode> = {
  created: CircleCheck,
  changed: Pencil,
  skipped: CircleSlash,
  failed: CircleAlert,
  waiting: CircleDashed,
  'under-way': Loader,
};
const LOOKS: Record<End, string> = {
  created: 'pass',
  changed: 'change',
  skipped: '',
  failed: 'fail',
  waiting: '',
  'under-way': 'change',
};
const WORDS: Record<End, string> = {
  ...rowEndText,
  waiting: text.waiting,
  'under-way': text.underWay,
};

const WIDE: ListLayout = { name: 'wide', rowHeight: 34, headHeight: 24 };
const NARROW: ListLayout = { name: 'narrow', rowHeight: 44, headHeight: 24 };
const layoutAt = (width: number) => (width >= 700 ? WIDE : NARROW);

// Whatever scrolls has to be reachable by keyboard (WCAG 2.1.1), interactive or not.
const REACHABLE = { tabIndex: 0 };
// Each row can have the focus, so that the list is gone through by keys.
const reachedBy = (isCurrent: boolean) => ({ tabIndex: isCurrent ? 0 : -1 });

/** What came of each row of a run. */
export function RunRows({ run, rows }: { run: Run; rows: readonly RunRow[] }) {
  const [filter, setFilter] = useState<'all' | 'waiting' | RowEndKind>('all');
  const [chosen, setChosen] = useState<number | null>(null);
  const inOrder = useMemo(() => rows.toSorted((a, b) => a.row - b.row), [rows]);
  const shown = useMemo(
    () => inOrder.filter(({ end }) => filter === 'all' || (end?.kind ?? 'waiting') === filter),
    [inOrder, filter],
  );
  const left = run.total - run.ended;
  const kinds = ENDS.filter((kind) => run.counts[kind] > 0 || kind === filter);
  return (
    <section class="pb-plan-rows pb-run-rows" aria-label={text.rows}>
      <RowFilter<'all' | 'waiting' | RowEndKind>
        label={text.show}
        value={filter}
        options={[
          ['all', text.all, run.rows],
          ...kinds.map((kind) => [kind, rowEndText[kind], run.counts[kind]] as const),
          ...(left > 0 || filter === 'waiting' ? [['waiting', text.waiting, left] as const] : []),
        ]}
        onChange={setFilter}
      />
      {shown.length === 0 ? (
        <Empty title={text.noneShown} />
      ) : (
        <VirtualList
          label={text.rows}
          items={shown}
          keyOf={(row) => row.at}
          layoutAt={layoutAt}
          head={<Head />}
          render={(row, isCurrent) => (
            <Row
              row={row}
              end={endOf(row, run)}
              isCurrent={isCurrent}
              onChoose={() => setChosen(row.at)}
            />
          )}
        />
      )}
      <Details row={rows.find(({ at }) => at === chosen) ?? null} run={run} />
    </section>
  );
}

/** All that is known of the row that keys are at: in the list there is one line for it. */
function Details({ row, run }: { row: RunRow | null; run: Run }) {
  return (
    <div class="pb-run-details" role="region" aria-label={text.details} {...REACHABLE}>
      {row === null ? (
        <p class="pb-muted">{text.chooseRow}</p>
      ) : (
        <>
          <strong>
            {text.row(row.row)}, {WORDS[endOf(row, run)]}
          </strong>{' '}
          {row.name}
          <p class="pb-muted">{rowWhyText(row)}</p>
        </>
      )}
    </div>
  );
}

function endOf({ end, at }: RunRow, { state, ended }: Run): End {
  if (end) return end.kind;
  return state === 'going' && at === ended ? 'under-way' : 'waiting';
}

interface RowProps {
  row: RunRow;
  end: End;
  isCurrent: boolean;
  onChoose: () => void;
}

function Row({ row, end, isCurrent, onChoose }: RowProps) {
  const id = row.end?.id ?? row.trackerId;
  const why = rowWhyText(row);
  return (
    <div class="pb-run-row" onFocusCapture={onChoose}>
      <span class="pb-plan-at pb-muted">{row.row}</span>
      <Badge icon={ICONS[end]} look={LOOKS[end]} word={WORDS[end]} />
      {id === null ? (
        <span class="pb-run-name" data-row-focus title={row.name} {...reachedBy(isCurrent)}>
          <MiddleClip text={row.name} />
        </span>
      ) : (
        <a
          class="pb-run-name"
          href={`#/trackers/${id}`}
          data-row-focus
          title={row.name}
          aria-label={text.openTracker(row.name, id)}
          {...reachedBy(isCurrent)}
        >
          <MiddleClip text={row.name} />
        </a>
      )}
      <span class="pb-run-id pb-muted">{id}</span>
      <span class="pb-run-why pb-clip pb-muted" title={why}>
        {why}
      </span>
    </div>
  );
}

function Head() {
  const { row, end, name, id, why } = text.names;
  return (
    <div class="pb-run-row pb-plan-head" aria-hidden="true">
      <span class="pb-plan-at">{row}</span>
      <span>{end}</span>
      <span class="pb-run-name">{name}</span>
      <span class="pb-run-id">{id}</span>
      <span class="pb-run-why">{why}</span>
    </div>
  );
}
