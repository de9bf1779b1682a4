import { type Fact, Facts } from '@/components/ui/Facts';
import { laterBy } from '@/lib/core/report/chart/periods';
import type { Report } from '@/lib/core/report/report';
import type { SeriesTotal } from '@/lib/core/report/series-total';
import { spanText, totalText } from '@/lib/text/reports/periods';
import { reportsText as text, reportTypeText } from '@/lib/text/reports/screens';

/** Of which days a report is, in which zone, how fresh, and how it was made. */
export function ReportFacts({ report, total }: { report: Report; total: SeriesTotal }) {
  const { question, span, madeAt, askedAt, closedUntil } = report;
  const { facts } = text;
  const rows: readonly Fact[] = [
    [facts.impressions, `${totalText(total, question.by)} (${question.timeZone})`],
    [facts.span, spanText(span)],
    [facts.zone, question.timeZone],
    [facts.by, text.byWords[question.by]],
    [
      facts.fresh,
      closedUntil === null
        ? text.freshUnknown
        : `${text.yourTime(closedUntil)}${isLate(report) ? `. ${text.late}` : ''}`,
    ],
    [facts.made, madeAt === null ? text.madeUnknown(askedAt) : text.yourTime(madeAt)],
    [facts.type, reportTypeText[report.type]],
    [facts.rows, text.rows(report)],
  ];
  return <Facts facts={rows} class="pb-report-facts pb-small" />;
}

const HALF_DAY_MS = 43_200_000;

/** Whether some of its days may not have been complete yet: wherever a zone is, its days end within half a day of those of UTC, or before. */
function isLate({ span, closedUntil, question }: Report): boolean {
  if (closedUntil === null) return false;
  const end = Date.parse(`${laterBy(span.last, 1, 'day')}T00:00:00Z`);
  return closedUntil < (question.timeZone === 'UTC' ? end : end + HALF_DAY_MS);
}
