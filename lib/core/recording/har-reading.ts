import { MAX_HAR_PAGES, MAX_HAR_REQUESTS } from '../base/limits';
import { z } from '../base/schema';
import { type HarFile, LeftOutSchema } from './har-file';
import { HarFileError, HarProblemSchema } from './har-problem';
import { PageViewSchema } from './page-views';
import { type PixelRequest, PixelRequestSchema } from './pixel-request';

const REQUESTS_A_MESSAGE = 500;

/** How far the reader of a file is, in steps. */
const ProgressSchema = z.object({
  kind: z.literal('progress'),
  done: z.number().check(z.gte(0)),
  total: z.number().check(z.gte(1)),
});

/** What the reader of HAR files says, one message after the other; it ends with one of the last three. */
const HarReadingSchema = z.discriminatedUnion('kind', [
  ProgressSchema,
  z.object({
    kind: z.literal('file'),
    digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    pages: z
      .array(
        z.pick(PageViewSchema, { url: true, title: true, startedAt: true, prerenderedAt: true }),
      )
      .check(z.maxLength(MAX_HAR_PAGES)),
    recordedAt: z.nullable(z.number()),
    entries: z.number(),
    leftOut: LeftOutSchema,
  }),
  z.object({
    kind: z.literal('requests'),
    requests: z.array(PixelRequestSchema).check(z.maxLength(REQUESTS_A_MESSAGE)),
  }),
  z.object({ kind: z.literal('end') }),
  z.object({ kind: z.literal('refused'), problem: HarProblemSchema }),
  z.object({ kind: z.literal('failed'), detail: z.string().check(z.maxLength(1000)) }),
]);
export type HarReading = z.infer<typeof HarReadingSchema>;

/** A file that was read, and the SHA-256 of its bytes. */
export interface ReadHar {
  readonly har: HarFile;
  readonly digest: string;
}

/** What was read as messages, in pieces, so that whoever takes them can answer in between. */
export function* harReadingsOf({ har, digest }: ReadHar): Generator<HarReading> {
  const { pages, requests, recordedAt, entries, leftOut } = har;
  yield { kind: 'file', digest, pages: [...pages], recordedAt, entries, leftOut };
  for (let from = 0; from < requests.length; from += REQUESTS_A_MESSAGE) {
    yield { kind: 'requests', requests: requests.slice(from, from + REQUESTS_A_MESSAGE) };
  }
  yield { kind: 'end' };
}

/** Puts the file together again. `take` gives it once it is whole, and fails with what was said. */
export function gatherHar(onProgress: (progress: { done: number; total: number }) => void) {
  let head: ReadHar | null = null;
  const requests: PixelRequest[] = [];
  return {
    take(message: unknown): ReadHar | null {
      const reading = HarReadingSchema.parse(message);
      switch (reading.kind) {
        case 'progress':
          onProgress({ done: reading.done, total: reading.total });
          return null;
        case 'file': {
          const { kind: _, digest, ...har } = reading;
          head = { digest, har: { ...har, requests } };
          return null;
        }
        case 'requests':
          for (const request of reading.requests) requests.push(request);
          if (requests.length > MAX_HAR_REQUESTS) throw new HarFileError('too-large');
          return null;
        case 'end':
          if (head === null) throw new HarFileError('reader-stopped');
          return head;
        case 'refused':
          throw new HarFileError(reading.problem);
        case 'failed':
          throw new Error(reading.detail);
      }
    },
  };
}
