import type { Finding, Severity } from '@/lib/core/base/finding';
import type { FoundTag } from '@/lib/core/tag/read/reading';
import { say } from '@/lib/text/findings';

/** A tag that was found; offsets count UTF-16 units. */
export interface ReportedTag {
  readonly trackerId: number | null;
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

/** A finding in words; offsets count UTF-16 units. */
export interface ReportedFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
  readonly next: string;
}

/** What was found in one text. */
export interface TextReport {
  readonly tags: readonly ReportedTag[];
  readonly findings: readonly ReportedFinding[];
  /** The text after every repair that can do no harm; `null` where there is none to make. */
  readonly mended: string | null;
}

type InCell = { readonly cell: string };

/** One row of a sheet: its tags and findings with their cells, whose texts the offsets count in. */
export interface RowReport {
  /** As spreadsheets count, from 1. */
  readonly row: number;
  readonly trackerId: number | null;
  readonly adServer: string;
  readonly tags: readonly (ReportedTag & InCell)[];
  readonly findings: readonly (ReportedFinding & InCell)[];
  /** The row's cells with tags after every repair, separated by tabs; `null` where none changes. */
  readonly mended: string | null;
  /** Those that change. */
  readonly cells: readonly (InCell & { readonly text: string })[];
}

/** What was found in a sheet. */
export interface SheetReport {
  readonly sheet: string;
  readonly rows: readonly RowReport[];
}

/** A tag as it is reported: where its URL stands. */
export function reportTag({ spec, url, urlRange }: FoundTag): ReportedTag {
  const { start, end } = urlRange;
  return { trackerId: spec?.trackerId ?? null, url: url.text, start, end };
}

/** A finding as it is reported; one of a whole text stands for all of it. */
export function reportFinding(finding: Finding, length: number): ReportedFinding {
  const { code, severity, sentence, next } = say(finding);
  const { start, end } = finding.place ?? { start: 0, end: length };
  return { code, severity, start, end, sentence, next };
}

/** How the command ends, by the worst that was found: 0 nothing or notes, 1 warnings, 2 errors. */
export function exitCodeOf(report: TextReport | SheetReport): 0 | 1 | 2 {
  const findings = 'rows' in report ? report.rows.flatMap((row) => row.findings) : report.findings;
  const severities = new Set(findings.map(({ severity }) => severity));
  if (severities.has('error')) return 2;
  return severities.has('warning') ? 1 : 0;
}
