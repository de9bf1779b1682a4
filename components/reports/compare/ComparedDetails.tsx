import { useMemo } from 'preact/hooks';

import { pairUp } from '@/lib/core/report/chart/pairs';
import { thirdPartyCount } from '@/lib/text/reports/chart';
import { agreementWhy, comparingText as text } from '@/lib/text/reports/comparing';
import { countText, differenceText, percentText } from '@/lib/text/reports/periods';

import { ReportChart } from '../chart/ReportChart';
import { trackersName } from '../figures';
import type { ComparedRow } from '../report-actions';
import { AgreementMark } from './AgreementMark';
import { CaseFile } from './CaseFile';
import type { ComparingModel } from './comparing-model';
import { ExplanationView } from './ExplanationView';

interface ComparedDetailsProps {
  model: ComparingModel;
  row: ComparedRow;
  zone: string;
}

/** One tracker on both sides: the days, where it was seen firing, why the counts may differ, and its case. */
export function ComparedDetails({ model, row, zone }: ComparedDetailsProps) {
  const { counted, thirdParty, worst, whole, seen, days } = row;
  const name = trackersName(row.names);
  const pairs = useMemo(() => pairUp(counted, thirdParty), [counted, thirdParty]);
  const seenOn = useMemo(
    () => new Map(seen.map(({ day, verificationId }) => [day, verificationId])),
    [seen],
  );
  const known = days.filter(({ difference }) => difference !== null).length;
  return (
    <section class="pb-stack pb-compared" aria-label={name}>
      <div class="pb-row pb-wrap">
        <h2 class="pb-clip">{name}</h2>
        <AgreementMark agreement={row.agreement} />
      </div>
      <p class="pb-small">
        {text.both(
          countText(whole.counted),
          thirdPartyCount(whole.thirdParty, zone, model.zone.value),
          differenceText(whole.difference),
          percentText(whole.percent),
          zone,
        )}{' '}
        {text.wholeOf(known)} {agreementWhy(row.agreement, model.limit.value)}
      </p>
      <ReportChart
        label={name}
        pairs={pairs}
        zone={zone}
        worst={worst?.day ?? null}
        otherZone={model.zone.value}
        seen={seenOn}
      />
      <p class="pb-small">
        {seen.length === 0 && text.seenNone}
        {seen.map(({ day, verificationId }) => (
          <a
            key={`${day} ${verificationId}`}
            class="pb-seen"
            href={`#/verifications/${verificationId}`}
          >
            {text.seenOn(day)}
          </a>
        ))}
      </p>
      <ExplanationView explanation={row.explanation} causeText={model.causeText} />
      <CaseFile model={model} row={row} />
    </section>
  );
}
