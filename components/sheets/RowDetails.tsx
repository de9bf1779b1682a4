import { CircleAlert, Info, TriangleAlert, Wrench } from 'lucide';
import { useEffect, useState } from 'preact/hooks';

import { TryButton } from '@/components/trial/try-tag';
import { RuleLink } from '@/components/rules/RuleLink';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Notice } from '@/components/ui/Notice';
import type { CheckedRow } from '@/lib/core/tag-sheet/read/checked';
import type { CellFinding, CellRepair } from '@/lib/core/tag-sheet/read/finding';
import { say } from '@/lib/text/findings';
import { trialText } from '@/lib/text/tags/trial';
import { sheetPageText as text } from '@/lib/text/sheets/page';

interface RowDetailsProps {
  row: CheckedRow | null;
  onCopy: (text: string) => Promise<boolean>;
}

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info };
const KINDS = { error: 'fail', warning: 'warning', info: 'info' };

/** Everything that was found in one row, cell by cell. */
export function RowDetails({ row, onCopy }: RowDetailsProps) {
  const [said, setSaid] = useState<{ kind: 'pass' | 'warning'; text: string } | null>(null);
  useEffect(() => setSaid(null), [row]);
  if (!row) {
    return (
      <section class="pb-card pb-details">
        <p class="pb-picker-empty pb-muted">{text.chooseRow}</p>
      </section>
    );
  }
  const copy = async ({ address, text: mended }: CellRepair) => {
    const done = await onCopy(mended);
    setSaid(
      done
        ? { kind: 'pass', text: text.fixed(address) }
        : { kind: 'warning', text: text.copyFailed },
    );
  };
  return (
    <section class="pb-card pb-stack pb-details" aria-label={text.row(row.row)}>
      <div>
        <h2>
          {text.row(row.row)} · {row.trackerId ?? text.noTracker}
        </h2>
        <p class="pb-muted">
          {[row.trackerName, row.adServer, row.placement].filter(Boolean).join(' · ')}
        </p>
      </div>
      {row.verdict === 'none' && <p>{text.noTag}</p>}
      {row.verdict === 'ok' && row.findings.length === 0 && <p>{text.nothingFound}</p>}
      <ul class="pb-findings">
        {row.findings.map((finding, index) => (
          <FindingItem key={index} finding={finding} />
        ))}
      </ul>
      {row.repairs.map((repair) => (
        <div key={repair.address}>
          <Button icon={Wrench} onClick={() => void copy(repair)}>
            {text.fix} {repair.address}
          </Button>
        </div>
      ))}
      {row.tags.map((tag) => (
        <div key={tag.address}>
          <TryButton tag={tag.text} serverId={row.serverId} name={trialText.tryCell(tag.address)} />
        </div>
      ))}
      {said && <Notice kind={said.kind}>{said.text}</Notice>}
    </section>
  );
}

function FindingItem({ finding }: { finding: CellFinding }) {
  const { sentence, next } = say(finding);
  return (
    <li class={`pb-notice ${KINDS[finding.severity]}`}>
      <Icon of={ICONS[finding.severity]} />
      <div class="pb-grow">
        <strong>
          <code>{finding.address}</code> {sentence}
        </strong>
        <span>
          {next} <RuleLink code={finding.code} />
        </span>
        {finding.excerpt !== '' && <pre class="pb-excerpt">{finding.excerpt}</pre>}
      </div>
    </li>
  );
}
