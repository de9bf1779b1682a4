import type { Finding, Severity } from '../base/finding';
import type { PageView } from '../recording/page-views';
import type { Outcome } from '../recording/pixel-request';
import type { Visit } from '../recording/visit';
import type { Times } from './expectation';
import type { PrerenderedAs } from './prerendered-as';
import type { JudgedRecording, SayOf } from './recording';
import type { ExportCell, ExportColumn } from './sheet-rows';
import type { JudgedPage } from './unfired';
import type { Verdict } from './verdict';

/** Titles of columns, by what stands in them. */
const COLUMNS = [
  'tracker',
  'name',
  'verdict',
  'fired',
  'expected',
  'rehearsed',
  'findings',
  'page',
  'pageAddress',
  'began',
  'time',
  'frame',
  'ended',
  'status',
  'error',
  'type',
  'cachebuster',
  'parameters',
  'method',
  'loader',
  'redirect',
  'cache',
  'duration',
  'redirectsTo',
  'address',
  'severity',
  'finding',
  'next',
  'code',
  'where',
  'count',
  'visit',
  'prerendered',
  'noted',
] as const;
type Column = (typeof COLUMNS)[number];

/** The words of the workbook. */
export interface ExportWords {
  readonly sheets: Readonly<
    Record<'summary' | 'perPage' | 'requests' | 'findings' | 'onPage', string>
  >;
  readonly columns: Readonly<Record<Column, string>>;
  readonly title: string;
  readonly recorded: string;
  readonly exported: string;
  readonly file: string;
  readonly judgedOn: string;
  readonly onAll: string;
  readonly noneExpected: string;
  readonly note: string;
  readonly address: string;
  readonly lookedAt: string;
  readonly nobodyLooked: string;
  readonly yes: string;
  readonly verification: string;
  readonly personsNote: string;
  readonly times: (times: Times) => string;
  readonly prerendered: Readonly<Record<PrerenderedAs, string>>;
  /** How the visit of a page of a list ended. */
  readonly visited: (visit: Visit) => string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly ended: (outcome: Outcome, status: number) => string;
  /** What was found on the page, and what could not be read there, a sentence each. */
  readonly onPage: (page: JudgedPage) => readonly string[];
  /** Ends a text that is longer than a cell holds. */
  readonly cutNote: string;
  readonly more: (kept: number) => string;
}

/** What an exported workbook is made of beside the recording. */
export interface About {
  readonly say: SayOf;
  readonly words: ExportWords;
  /** When it is exported, in milliseconds since 1970. */
  readonly at: number;
  /** What is not known of the recording, a sentence each. */
  readonly notes: readonly string[];
  /** What was looked for on the page; `null` where nobody looked. */
  readonly page: JudgedPage | null;
}

const WIDTHS: Readonly<Partial<Record<Column, number>>> = {
  name: 30,
  findings: 60,
  pageAddress: 44,
  began: 20,
  time: 20,
  frame: 40,
  ended: 20,
  error: 24,
  cachebuster: 18,
  parameters: 44,
  redirectsTo: 44,
  address: 80,
  finding: 60,
  next: 60,
  code: 24,
  where: 40,
  visit: 40,
  prerendered: 24,
  noted: 40,
};
const USUAL_WIDTH = 12;
// Three lines. Left to itself Excel makes a row as high as its longest cell.
export const ROW_HEIGHT = 45;

/** Columns with these cells, in this order. */
export function columnsOf<Row>(
  { columns }: ExportWords,
  cells: Readonly<Partial<Record<Column, (row: Row) => ExportCell>>>,
): readonly ExportColumn<Row>[] {
  return Object.entries(cells).flatMap(([key, cell]) => {
    const column = COLUMNS.find((one) => one === key);
    return column ? { title: columns[column], width: WIDTHS[column] ?? USUAL_WIDTH, cell } : [];
  });
}

/** Pages as they are numbered in the whole workbook. */
export function numbersOf({ pageViews }: JudgedRecording): ReadonlyMap<string, number> {
  return new Map(pageViews.map(({ id }, index) => [id, index + 1]));
}

/** Findings, one below the other, each with what to do. */
export function linesOf(all: readonly Finding[], say: SayOf): string {
  return all
    .map((finding) => {
      const { sentence, next } = say(finding);
      return next ? `${sentence} ${next}` : sentence;
    })
    .join('\n');
}

/** A page's address, or its title where a file tells nothing else. */
export function nameOf({ url, title }: PageView): string {
  return url || (title ?? '');
}
