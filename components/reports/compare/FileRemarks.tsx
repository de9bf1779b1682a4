import { Notice } from '@/components/ui/Notice';
import { comparingText as text } from '@/lib/text/reports/comparing';
import { sheetUseText, thirdPartyText } from '@/lib/text/reports/third-party';

import type { FileRead } from '../report-actions';

const WHY = ['total', 'no-date', 'no-count', 'no-placement'] as const;

interface FileRemarksProps {
  read: Extract<FileRead, { kind: 'read' }>;
  zone: string;
}

/** What the file is of, what of it is left out, and whether its days are those of the report. */
export function FileRemarks({ read: { report, offer, sheets = [] }, zone }: FileRemarksProps) {
  const { timeZone, leftOut, leftOutMore = 0 } = report;
  const parts = WHY.flatMap((why) => {
    const count = leftOut.filter((one) => one.why === why).length;
    return count === 0 ? [] : [text.why[why](count)];
  });
  if (leftOutMore > 0) parts.push(text.whyMore(leftOutMore));
  const others = offer.alsoImpressions ?? [];
  const unread = sheets.filter(({ use }) => use !== 'read');
  return (
    <>
      <p class="pb-muted pb-small">{text.file(report.span, timeZone)}</p>
      {timeZone === null && <Notice kind="info">{text.zoneUnknown}</Notice>}
      {timeZone !== null && timeZone !== zone && (
        <Notice kind="warning">{text.zoneOther(zone, timeZone)}</Notice>
      )}
      {others.length > 0 && (
        <Notice kind="info">
          {thirdPartyText.alsoImpressions(others.map(({ title }) => title))}{' '}
          {thirdPartyText.alsoImpressionsNext}
        </Notice>
      )}
      {unread.length > 0 && (
        <Notice kind="warning">
          {unread.map(({ name, use }) => thirdPartyText.sheet(name, sheetUseText[use])).join(' ')}
        </Notice>
      )}
      {leftOut.length > 0 && (
        <p class="pb-muted pb-small">
          {text.leftOut(leftOut.length + leftOutMore)} {parts.join(', ')}.
        </p>
      )}
    </>
  );
}
