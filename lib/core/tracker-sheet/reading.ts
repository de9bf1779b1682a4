import { MAX_FILE_BYTES } from '../base/limits';
import { z } from '../base/schema';
import { FileProblemSchema, SheetFileError } from '../table/file-problem';
import type { ReadProgress } from '../table/read-progress';
import type { TrackerColumnOffer } from './header';
import { OfferSchema, type OpenTrackerSheet, OpenTrackerSheetSchema } from './open-sheet';
import { NoTrackersError } from './sheet-reader';

const bytes = z.int().check(z.gte(0), z.lte(MAX_FILE_BYTES));

/** What the reader of sheets of trackers says, one message after the other; it ends with one of the last three. */
const ReadingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: bytes, total: bytes }),
  z.object({ kind: z.literal('sheet'), sheet: OpenTrackerSheetSchema }),
  z.object({
    kind: z.literal('refused'),
    problem: FileProblemSchema,
    offer: z.nullable(OfferSchema),
  }),
  z.object({ kind: z.literal('failed'), detail: z.string().check(z.maxLength(1000)) }),
]);
export type TrackerReading = z.infer<typeof ReadingSchema>;

/** A sheet as a message. */
export function readingOf({ name, header, offer, rows }: OpenTrackerSheet): TrackerReading {
  const sheet = {
    name,
    header: { row: header.row, columns: header.columns.map(([column, at]) => pair(column, at)) },
    offer: copied(offer),
    rows: rows.map((one) => ({ ...one, texts: [...one.texts] })),
  };
  return { kind: 'sheet', sheet };
}

/** Why a file is no such sheet, as a message. */
export function trackerRefusalOf(error: SheetFileError): TrackerReading {
  const offer = error instanceof NoTrackersError ? error.offer : null;
  return { kind: 'refused', problem: error.problem, offer: offer && copied(offer) };
}

/** Takes what the reader says, and gives the sheet once it is there. Fails with what was said. */
export function takeTrackerReading(onProgress: (progress: ReadProgress) => void) {
  return (message: unknown): OpenTrackerSheet | null => {
    const reading = ReadingSchema.parse(message);
    switch (reading.kind) {
      case 'progress':
        onProgress({ done: reading.done, total: reading.total });
        return null;
      case 'sheet':
        return reading.sheet;
      case 'refused':
        if (reading.problem === 'no-header') throw new NoTrackersError(reading.offer);
        throw new SheetFileError(reading.problem);
      case 'failed':
        throw new Error(reading.detail);
    }
  };
}

function copied({ titles, fingerprint, choice }: TrackerColumnOffer) {
  return { titles: [...titles], fingerprint, choice };
}

function pair<A, B>(one: A, other: B): [A, B] {
  return [one, other];
}
