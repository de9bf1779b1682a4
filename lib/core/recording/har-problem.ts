import { z } from '../base/schema';

/** Why a HAR file is not read; `lib/text/har-file.ts` has the sentence and next step of each. */
const HAR_PROBLEMS = [
  'too-large',
  'damaged',
  'cut-off',
  'zip',
  'web-page',
  'not-json',
  'not-har',
  'no-requests',
  'reader-stopped',
] as const;
export const HarProblemSchema = z.enum(HAR_PROBLEMS);
export type HarProblem = (typeof HAR_PROBLEMS)[number];

/** A file that is no HAR, or has nothing to judge. */
export class HarFileError extends Error {
  override readonly name = 'HarFileError';
  readonly problem: HarProblem;

  constructor(problem: HarProblem) {
    super(problem);
    this.problem = problem;
  }
}
