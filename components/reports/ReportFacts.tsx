import { laterBy } from '@/lib/core/report/chart/periods';
import type { Report } from '@/lib/core/report/report';
import type { SeriesTotal } from '@/lib/core/report/series-total';
import { spanText, totalText } from '@/lib/text/reports/periods';
import { reportsText as text, reportTypeText } from '@/lib/text/reports/screens';

/** Of which days a report is, in which zone, how fresh, and how it was made. */
export function ReportFacts({ report, total }: { report: Report; total: SeriesTotal }) {
  const { question, span, madeAt, askedAt, closedUntil } = report;
  const { facts } = text;
  const rows: readonly (readonly [string, string])[] = [
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
    [facts.rows, text.rows(report.rows, report.unread)],
  ];
  return (
    <dl class="pb-report-facts pb-small">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const DAY_MS = 86_400_000;

/** Whether some of its days were not complete yet; wherever the zone is, they end within a day after their end in UTC. */
function isLate({ span, closedUntil }: Report): boolean {
  if (closedUntil === null) return false;
  const end = Date.parse(`${laterBy(span.last, 1, 'day')}T00:00:00Z`);
  return closedUntil < end + DAY_MS / 2;
}
