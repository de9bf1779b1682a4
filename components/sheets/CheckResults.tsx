import { CircleAlert, CircleCheck, CircleDashed, type IconNode, TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';

import { Choice } from '@/components/ui/Choice';
import { Icon } from '@/components/ui/Icon';
import type { CheckedRow } from '@/lib/core/tag-sheet/read/checked';
import { say } from '@/lib/text/findings';
import { sheetPageText as text, verdictText } from '@/lib/text/sheets/page';

import { RowDetails } from './RowDetails';
import { RowList } from './RowList';

interface CheckResultsProps {
  rows: readonly CheckedRow[];
  onCopy: (text: string) => Promise<boolean>;
}

const ROW_HEIGHT = 52;
const ICONS: Record<CheckedRow['verdict'], IconNode> = {
  ok: CircleCheck,
  warning: TriangleAlert,
  error: CircleAlert,
  none: CircleDashed,
};
const BADGES: Record<CheckedRow['verdict'], string> = {
  ok: 'pass',
  warning: 'warning',
  error: 'fail',
  none: '',
};

/** The rows of a checked sheet on one side, what was found in the chosen one on the other. */
export function CheckResults({ rows, onCopy }: CheckResultsProps) {
  const bad = rows.filter(({ verdict }) => verdict === 'error' || verdict === 'warning');
  const [filter, setFilter] = useState<'findings' | 'all'>(bad.length > 0 ? 'findings' : 'all');
  const shown = filter === 'all' ? rows : bad;
  const [chosen, setChosen] = useState<number | null>(bad[0]?.row ?? null);
  const row = shown.find((it) => it.row === chosen) ?? null;
  return (
    <div class="pb-results">
      <section class="pb-card pb-stack" aria-label={text.results}>
        <Choice
          label={text.show}
          value={filter}
          options={[
            { value: 'findings', label: `${text.showFindings} (${bad.length})` },
            { value: 'all', label: `${text.showAll} (${rows.length})` },
          ]}
          onChange={setFilter}
        />
        {shown.length === 0 ? (
          <p class="pb-picker-empty pb-muted">{text.noFindings}</p>
        ) : (
          <RowList
            key={filter}
            label={text.results}
            items={shown}
            keyOf={(it) => it.row}
            rowHeight={ROW_HEIGHT}
            isSelected={(it) => it.row === chosen}
            onChoose={(it) => setChosen(it.row)}
            render={(it) => <ResultLine row={it} />}
          />
        )}
      </section>
      <RowDetails row={row} onCopy={onCopy} />
    </div>
  );
}

function ResultLine({ row }: { row: CheckedRow }) {
  const [first] = row.findings.filter(({ severity }) => severity === row.verdict);
  return (
    <div class="pb-result-line">
      <span class="pb-muted">{text.row(row.row)}</span>
      <span class={`pb-badge ${BADGES[row.verdict]}`}>
        <Icon of={ICONS[row.verdict]} size={12} />
        {verdictText[row.verdict]}
      </span>
      <span class="pb-clip">
        {row.trackerId ?? text.noTracker} {row.trackerName}
      </span>
      <span class="pb-clip pb-muted pb-small what">
        {first ? `${first.address}: ${say(first).sentence}` : row.adServer}
      </span>
    </div>
  );
}
