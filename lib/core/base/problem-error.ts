/** Fails with one of the problems of a subject, which has a sentence and a next step for each beside its words. */
export class ProblemError<P extends string> extends Error {
  readonly problem: P;

  constructor(problem: P) {
    super(problem);
    this.problem = problem;
  }
}
