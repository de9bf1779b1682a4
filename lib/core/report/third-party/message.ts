import {
  LAST_COLUMN,
  MAX_FILE_BYTES,
  MAX_FINGERPRINT_CHARS,
  MAX_KNOWN_COLUMNS,
  MAX_TITLE_CHARS,
} from '../../base/limits';
import { z } from '../../base/schema';
import { FileProblemSchema, SheetFileError } from '../../table/file-problem';
import type { ReadProgress } from '../../table/read-progress';
import { ThirdPartyReportSchema } from '../third-party';
import { REPORT_COLUMNS, ReportChoiceSchema } from './columns';
import { REPORT_PROBLEMS, SHEET_USES, type ThirdPartyReading } from './read-report';
import { NoReportError } from './sheet-reader';

const text = (most: number) => z.string().check(z.maxLength(most));
const bytes = z.int().check(z.gte(0), z.lte(MAX_FILE_BYTES));
/** The titles of a sheet's columns. */
export const TitlesSchema = z
  .array(
    z.object({
      index: z.int().check(z.gte(0), z.lte(LAST_COLUMN - 1)),
      title: text(MAX_TITLE_CHARS),
    }),
  )
  .check(z.maxLength(MAX_KNOWN_COLUMNS));
const OfferSchema = z.object({
  titles: TitlesSchema,
  columns: z
    .array(z.tuple([z.enum(REPORT_COLUMNS), z.int().check(z.gte(0), z.lte(LAST_COLUMN - 1))]))
    .check(z.maxLength(REPORT_COLUMNS.length)),
  fingerprint: text(MAX_FINGERPRINT_CHARS),
  choice: z.nullable(ReportChoiceSchema),
  alsoImpressions: TitlesSchema,
});

/** What the reader of an ad server's report says, one message after the other; it ends with one of the last five. */
const MessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: bytes, total: bytes }),
  z.object({
    kind: z.literal('read'),
    report: ThirdPartyReportSchema,
    sheets: z.array(z.object({ name: text(300), use: z.enum(SHEET_USES) })),
    offer: OfferSchema,
  }),
  z.object({ kind: z.literal('ask-order'), example: text(MAX_TITLE_CHARS), offer: OfferSchema }),
  z.object({ kind: z.literal('refused'), problem: z.enum(REPORT_PROBLEMS), offer: OfferSchema }),
  z.object({
    kind: z.literal('no-file'),
    problem: FileProblemSchema,
    offer: z.nullable(OfferSchema),
  }),
  z.object({ kind: z.literal('failed'), detail: text(1000) }),
]);
export type ReportMessage = ThirdPartyReading | ReturnType<typeof messageOfFailure> | Progress;
type Progress = ReadProgress & { readonly kind: 'progress' };

/** Why a file could not be read, as a message. */
export function messageOfFailure(error: unknown) {
  if (error instanceof SheetFileError) {
    const offer = error instanceof NoReportError ? error.offer : null;
    return { kind: 'no-file', problem: error.problem, offer } as const;
  }
  return { kind: 'failed', detail: String(error).slice(0, 1000) } as const;
}

/**
 * Takes what the reader says, and gives what was read once it is there. Fails with what was said: `NoReportError` where no
 * sheet has the columns, `SheetFileError` where the file is none.
 */
export function takeReportMessage(onProgress: (progress: ReadProgress) => void) {
  return (message: unknown): ThirdPartyReading | null => {
    const said = MessageSchema.parse(message);
    switch (said.kind) {
      case 'progress':
        onProgress({ done: said.done, total: said.total });
        return null;
      case 'no-file':
        if (said.problem === 'no-header') throw new NoReportError(said.offer);
        throw new SheetFileError(said.problem);
      case 'failed':
        throw new Error(said.detail);
      default:
        return said;
    }
  };
}
