/** What is wrong with a proof; `file` is anything beside what is seen and its parts. */
export type ProofProblem =
  | 'no-proof'
  | 'other-version'
  | 'visible'
  | 'results'
  | 'har'
  | 'file'
  | 'digest';
