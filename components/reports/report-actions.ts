import type { Failure } from '@/lib/core/base/errors';
import type { CauseReading, Explanation } from '@/lib/core/report/cause';
import type { Missing } from '@/lib/core/report/case-file/missing';
import type { KeptFile, KeptHead } from '@/lib/core/report/kept-file';
import type { NoPlan } from '@/lib/core/report/no-plan';
import type { NamedCounts } from '@/lib/core/report/opened';
import type { Question } from '@/lib/core/report/question';
import type { SheetRefusal, ShownSheet } from '@/lib/core/report/reconcile/kept-sheets';
import type { ShownMatch } from '@/lib/core/report/reconcile/placements-of';
import type { Reconciled } from '@/lib/core/report/reconciled';
import type { CountedTuple, Report } from '@/lib/core/report/report';
import type { Period } from '@/lib/core/report/series';
import type { SeriesTotal } from '@/lib/core/report/series-total';
import type { ReportProblem, SheetUse } from '@/lib/core/report/third-party/read-report';
import type { ThirdPartyReport } from '@/lib/core/report/third-party';
import type { ColumnTitle } from '@/lib/core/table/column-titles';
import type { ReadProgress } from '@/lib/core/table/read-progress';
import type { Ref } from '@/lib/core/tracker/tracker';

/** A report that is kept, as the list of them shows it. */
export type ReportHead = Omit<Report, 'counted'> & {
  readonly total: SeriesTotal;
  /** What the question was about, by its name; `null` where that is not kept. */
  readonly name: string | null;
};

/**
 * A report that was asked for. `asked`: not yet taken by the service; `waiting`: in its queue; `reading`: its rows come
 * in. Its report has the same id.
 */
export interface ReportRun {
  readonly id: string;
  readonly question: Question;
  readonly name: string | null;
  readonly step: 'asked' | 'waiting' | 'reading' | 'failed' | 'cancelled';
  /** Milliseconds since 1970. */
  readonly askedAt: number;
  /** The rows that were read. */
  readonly rows: number;
  readonly failure: Failure | null;
}

/** What was counted, and by what names the people know it. */
export type CountedRow = NamedCounts;

/** A report, its rows joined to trackers. */
export interface OpenReport {
  readonly report: Report;
  readonly name: string | null;
  readonly trackers: readonly CountedRow[];
  /** Rows that fit no tracker that is known here. */
  readonly others: readonly CountedTuple[];
}

/** What is looked for in an ad server's report. */
export const FILE_COLUMNS = ['date', 'hour', 'placement', 'placementId', 'impressions'] as const;
export type FileColumn = (typeof FILE_COLUMNS)[number];

/** Which columns are which by a person's word, and how its dates are written. */
export interface FileChoice {
  readonly columns: Readonly<Partial<Record<FileColumn, number>>> | null;
  readonly dates: 'dmy' | 'mdy' | null;
}

/** The columns of a file as they were understood. */
export interface FileColumns {
  readonly titles: readonly ColumnTitle[];
  readonly columns: Readonly<Partial<Record<FileColumn, number>>>;
  /** `null` where a person chose none. */
  readonly choice: FileChoice['columns'];
  /** Columns that count impressions besides the one that is taken. */
  readonly alsoImpressions?: readonly ColumnTitle[];
}

/** What came of reading an ad server's report. */
export type FileRead =
  /** `columns`: those that are wanted were not recognised, or not all. */
  | { readonly kind: 'columns'; readonly offer: FileColumns }
  /** Its dates can be read in two ways; some of them, as they stand there. */
  | { readonly kind: 'dates'; readonly offer: FileColumns; readonly samples: readonly string[] }
  /** Its columns are known, and yet it is no report. */
  | { readonly kind: 'refused'; readonly offer: FileColumns; readonly problem: ReportProblem }
  | {
      readonly kind: 'read';
      readonly offer: FileColumns;
      readonly report: ThirdPartyReport;
      readonly sheets?: readonly SheetUse[];
    };

/** An ad server's report as it is kept beside this one, with its figures and without. */
export type { KeptFile, KeptHead };

/** To which trackers a placement belongs, and how that is known. */
export type PlacementMatch = ShownMatch;

/** A verification that saw the tracker on a day. */
export interface SeenOn {
  readonly day: Period;
  readonly verificationId: string;
}

export interface ComparedRow extends Reconciled {
  readonly names: readonly string[];
  readonly seen: readonly SeenOn[];
  /** `null` where nothing was looked for. */
  readonly explanation: Explanation | null;
  /** What its case has not of what Microsoft asks for. */
  readonly gaps: readonly Missing[];
}

/** Both sides, beside each other. */
export interface Comparison {
  readonly rows: readonly ComparedRow[];
  readonly matches: readonly PlacementMatch[];
}

export interface CompareOrder {
  readonly report: OpenReport;
  readonly file: ThirdPartyReport;
  /** From which share of difference on, in per cent, the two do not agree. */
  readonly threshold: number;
}

/** What is said of a cause. */
export interface CauseWords {
  readonly sentence: string;
  readonly next: string;
}

/** What can be done with reports. The entrypoint plugs in the background, the worker and files; a test plugs in fakes. */
export interface ReportActions {
  /** `YYYY-MM-DD`, in the person's own zone. */
  today(): string;
  list(): Promise<{
    readonly reports: readonly ReportHead[];
    readonly runs: readonly ReportRun[];
    readonly unreadable: number;
  }>;
  /** `null` where it is not kept. */
  read(id: string): Promise<{ readonly run: ReportRun } | { readonly report: OpenReport } | null>;
  /** Begins a run; gives its id, or why nothing can be asked. */
  ask(question: Question): Promise<string | NoPlan>;
  cancel(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** The names of zones that can be asked for. */
  timeZones(): Promise<readonly string[]>;
  search(
    kind: 'tracker' | 'line-item' | 'publisher',
    advertiserId: number,
    text: string,
  ): Promise<readonly Ref[]>;

  /** Reads an ad server's report; columns that are chosen are kept for others like it. Fails with `SheetFileError`. */
  readFile(
    file: File,
    choice: FileChoice,
    onProgress: (progress: ReadProgress) => void,
    signal: AbortSignal,
  ): Promise<FileRead>;
  /** What is kept beside a report, by the report's id; `unreadable` where it is there and cannot be read. */
  keptHead(id: string): Promise<KeptHead | 'unreadable' | null>;
  keptFile(id: string): Promise<KeptFile | 'unreadable' | null>;
  /** Keeps what was read just now in the place of another; says why where it is not kept. */
  keepFile(read: Omit<KeptFile, 'reading' | 'readAt'>): Promise<KeptHead | 'too-large' | 'gone'>;
  /** Both act on that very reading, and say `false` where another is kept meanwhile. */
  keepThreshold(of: KeptHead, threshold: number): Promise<boolean>;
  removeFile(of: KeptHead): Promise<boolean>;
  compare(order: CompareOrder): Promise<Comparison>;
  /**
   * Keeps what a tag sheet says of placements for an advertiser, and gives why it does not, else `null`. Fails with
   * `SheetFileError`.
   */
  takeSheet(
    file: File,
    advertiserId: number,
    onProgress: (progress: ReadProgress) => void,
    signal: AbortSignal,
  ): Promise<SheetRefusal | null>;
  /** Those that are kept for an advertiser, the newest first. */
  listSheets(advertiserId: number): Promise<readonly ShownSheet[]>;
  removeSheet(advertiserId: number, fileName: string): Promise<void>;
  /** Keeps to which trackers a placement, by its key, belongs by a person's word; `null`: to none of these. */
  keepMatch(key: string, trackerIds: readonly number[] | null): Promise<void>;
  causeText(reading: CauseReading): CauseWords;
  /** Saves the case of one row and gives the file's name. */
  saveCase(row: ComparedRow, order: CompareOrder, how: 'xlsx' | 'csv'): Promise<string>;
}
