import { MAX_PAGES } from '../lists/read-pages';
import { z } from '@/lib/core/base/schema';
import { ComparedPageSchema } from '@/lib/core/verification/baseline';

import { CommandError } from '../../shared/command-error';
import { readInput } from '../../shared/read-input';
import { RUN_FORMAT } from './summary';

const MAX_BYTES = 200_000_000;

const RunSchema = z.object({
  format: z.literal(RUN_FORMAT),
  version: z.literal(1),
  startedAt: z.string(),
  pages: z
    .array(z.extend(ComparedPageSchema, { state: z.enum(['visited', 'not-visited']) }))
    .check(z.maxLength(MAX_PAGES)),
});
/** What of a run's own file is read again. */
type Run = z.infer<typeof RunSchema>;

/** Reads the result of an earlier run. Fails with `CommandError`. */
export async function readBaseline(file: string): Promise<Run> {
  const { bytes } = await readInput(file, MAX_BYTES);
  const run = parseRun(new TextDecoder().decode(bytes));
  if (run === null) throw new CommandError('baseline-unreadable', file);
  return run;
}

/** The result of a run as it was printed; `null` where it is none. */
export function parseRun(text: string): Run | null {
  try {
    const value: unknown = JSON.parse(text);
    return RunSchema.safeParse(value).data ?? null;
  } catch {
    return null;
  }
}
