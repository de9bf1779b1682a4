import { Notice } from '@/components/ui/Notice';
import type { ThirdPartyReport } from '@/lib/core/report/third-party';
import { comparingText as text } from '@/lib/text/reports/comparing';

const WHY = ['total', 'no-date', 'no-count', 'no-placement'] as const;

/** What the file is of, what of it is left out, and whether its days are those of the report. */
export function FileRemarks({ file, zone }: { file: ThirdPartyReport; zone: string }) {
  const { timeZone, leftOut } = file;
  const parts = WHY.flatMap((why) => {
    const count = leftOut.filter((one) => one.why === why).length;
    return count === 0 ? [] : [text.why[why](count)];
  });
  return (
    <>
      <p class="pb-muted pb-small">{text.file(file.span, timeZone)}</p>
      {timeZone === null && <Notice kind="info">{text.zoneUnknown}</Notice>}
      {timeZone !== null && timeZone !== zone && (
        <Notice kind="warning">{text.zoneOther(zone, timeZone)}</Notice>
      )}
      {leftOut.length > 0 && (
        <p class="pb-muted pb-small">
          {text.leftOut(leftOut.length)} {parts.join(', ')}.
        </p>
      )}
    </>
  );
}
