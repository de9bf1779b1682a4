/** Why a HAR file is not read; `lib/text/har-file.ts` has the sentence and next step of each. */
export type HarProblem =
  | 'too-large'
  | 'damaged'
  | 'cut-off'
  | 'not-json'
  | 'not-har'
  | 'no-requests'
  | 'reader-stopped';

/** A file that is no HAR, or has nothing to judge. */
export class HarFileError extends Error {
  override readonly name = 'HarFileError';
  readonly problem: HarProblem;

  constructor(problem: HarProblem) {
    super(problem);
    this.problem = problem;
  }
}
