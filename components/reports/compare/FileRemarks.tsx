import { Info, TriangleAlert } from 'lucide';

import { Icon } from '@/components/ui/Icon';
import { comparingText as text } from '@/lib/text/reports/comparing';
import { sheetUseText, thirdPartyText } from '@/lib/text/reports/third-party';

import type { FileRead } from '../report-actions';

const WHY = ['total', 'no-date', 'no-count', 'no-placement'] as const;

interface FileRemarksProps {
  read: Extract<FileRead, { kind: 'read' }>;
  zone: string;
}

/** Whether its days are those of the report, and what of the file is left out: a line each, what matters most first. */
export function FileRemarks({ read: { report, offer, sheets = [] }, zone }: FileRemarksProps) {
  const { timeZone, leftOut, leftOutMore = 0 } = report;
  const parts = WHY.flatMap((why) => {
    const count = leftOut.filter((one) => one.why === why).length;
    return count === 0 ? [] : [text.why[why](count)];
  });
  if (leftOutMore > 0) parts.push(text.whyMore(leftOutMore));
  const others = offer.alsoImpressions ?? [];
  const unread = sheets.filter(({ use }) => use !== 'read');
  const told = [
    ...(timeZone !== null && timeZone !== zone ? [warning(text.zoneOther(zone, timeZone))] : []),
    ...(unread.length > 0
      ? [
          warning(
            unread.map(({ name, use }) => thirdPartyText.sheet(name, sheetUseText[use])).join(' '),
          ),
        ]
      : []),
    ...(timeZone === null ? [info(text.zoneUnknown)] : []),
    ...(others.length > 0
      ? [
          info(
            `${thirdPartyText.alsoImpressions(others.map(({ title }) => title))} ${thirdPartyText.alsoImpressionsNext}`,
          ),
        ]
      : []),
    ...(leftOut.length > 0
      ? [info(`${text.leftOut(leftOut.length + leftOutMore)} ${parts.join(', ')}.`)]
      : []),
  ];
  if (told.length === 0) return null;
  return (
    <ul class="pb-report-remarks pb-small" aria-label={text.remarks}>
      {told.map(({ kind, sentence }) => (
        <li key={sentence} class={kind}>
          <Icon of={ICONS[kind]} size={14} />
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}

const ICONS = { warning: TriangleAlert, info: Info };
const warning = (sentence: string) => ({ kind: 'warning' as const, sentence });
const info = (sentence: string) => ({ kind: 'info' as const, sentence });
