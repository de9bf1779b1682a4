/**
 * What is wrong with a proof; `file` is anything beside what is seen and its parts, `line-ends` nothing but line ends
 * and blanks round it.
 */
export type ProofProblem =
  | 'no-proof'
  | 'other-version'
  | 'visible'
  | 'results'
  | 'har'
  | 'pictures'
  | 'counted'
  | 'file'
  | 'line-ends'
  | 'digest';
